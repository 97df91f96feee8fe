"""The clauses of sentences that assign work: `X chủ trì, phối hợp với Y`, `X (chủ trì), Y (phối hợp)`, `do X chủ trì`."""

from __future__ import annotations

import re

DONE_BY = re.compile(
    r"(?:(?:^|[,;(–-]\s*)do|\bgiao(?:\s+cho)?)\s+(?P<clause>(?P<lead>[^,.;:]{2,80}?)\s*,?\s+(?:chủ trì|làm đầu mối|chịu trách nhiệm)\b[^.;:]*)",
    re.IGNORECASE,
)
FOCAL = r"(?:là\s+(?:đơn vị\s+|cơ quan\s+)?(?:đầu mối|thường trực)|làm\s+(?:đơn vị\s+)?đầu mối)"
DOES = r"(?:(?:theo dõi|tổng hợp|tham mưu|chủ trì|chịu trách nhiệm(?:\s+chính)?|hướng dẫn|đôn đốc)\s*,?\s*(?:và\s+)?)"
CLAUSE = re.compile(
    rf"^(?P<lead>[^:.;]{{2,110}}?)\s*,?\s*\b(?:{FOCAL}[^.;:]{{0,140}}?[;,.]?\s*(?:đồng thời\s+)?)?"
    rf"chủ trì\b(?:\s*,?\s*chủ trì)?\s*,?\s*(?:{DOES})*\s*,?\s*(?:và\s+)?"
    rf"phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)?\s*(?P<with>[^.:]+?)(?=[.:]|$)",
    re.IGNORECASE,
)
FOCAL_WITH = re.compile(
    rf"^(?P<lead>[^:.;]{{2,110}}?)\s*,?\s*\b{FOCAL}\s*,?\s*(?:{DOES})*(?:và\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+"
    rf"(?P<with>[^.:]+?)(?=[.:]|$)",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"^(?P<lead>[^:.;]{2,90}?)\s*,?\s*\b(?:là\s+(?:đơn vị|cơ quan)\s+)?(?:chủ trì|(?:là|làm)\s+(?:đơn vị\s+|cơ quan\s+)?đầu mối)"
    r"(?:\s*,?\s*(?:và\s+)?(?:tham mưu|tổ chức|triển khai|thực hiện|theo dõi|tổng hợp))*\s*[,;]\s*(?P<with>[^:.]{2,200}?)\s*,?\s*"
    r"(?:là\s+(?:đơn vị|cơ quan)\s+|(?:có|chịu)\s+trách nhiệm\s+)?phối hợp(?!\s+(?:chặt chẽ\s+)?(?:với|cùng))(?=\s|[.:;,]|$)",
    re.IGNORECASE,
)
LEADS = re.compile(
    rf"^(?P<lead>[^:.;]{{2,110}}?)\s*,?\s*\b(?:{FOCAL}|(?:chịu trách nhiệm\s+)?chủ trì|chịu trách nhiệm chính)\b"
    rf"\s*,?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
OWN_CLAUSE = re.compile(
    r"^chủ trì\s*,?\s*(?:tham mưu\s*,?\s*)?phối hợp\s+(?:với|cùng)\s+(?P<with>[^.:;]+)", re.IGNORECASE
)
NO_WORK = re.compile(
    r"^[\s,.;:/]*(?:(?:cùng|để|và|tổ chức|triển khai|thực hiện|tham mưu|theo dõi|tổng hợp|đôn đốc|nâng cao|cải thiện|"
    r"(?:các\s+)?(?:chỉ số|tiêu chí|nội dung|nhiệm vụ|giải pháp|lĩnh vực|trục|mục|tiểu mục|phần|điều)(?:\s+(?:thành phần|này|trên|nêu trên|được giao))*|"
    r"điểm(?:\s+số)?|việc|về|duy trì|trong|phối hợp|sau(?:\s+đây)?|như sau|một số|cụ thể)[\s,.;]*)*[./\s]*$",
    re.IGNORECASE,
)
_ROLE = r"(?:là\s+)?(?:(?:các\s+)?(?:đơn vị|cơ quan|bộ phận)\s+)?"
COORDINATES = re.compile(rf"\s*\({_ROLE}phối hợp\)", re.IGNORECASE)
ROLES = re.compile(
    rf"^(?P<lead>[^:.;()]{{2,110}}?)\s*\({_ROLE}chủ trì\)"
    rf"(?:\s*(?:[,;]|và\b)\s*(?P<with>[^:.]{{2,300}}?){COORDINATES.pattern})?(?=[\s.;,]*$)",
    re.IGNORECASE,
)
"""Units with what each is in brackets: `X (chủ trì), Y, Z (phối hợp)`."""
