"""The rules by which statuses are given, each with its sentence over the facts (docs/status.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chiso.plans.judgement import Rule, Status
from chiso.problems import Text

MET: Final = Rule(
    "component.met",
    Status.MET,
    Text("Hiện tại {current}, đạt mục tiêu {target}.", "Now {current}: the target of {target} is met."),
)
MET_SO_FAR: Final = Rule(
    "component.met_so_far",
    Status.MET,
    Text(
        "Hiện tại {current}, đạt mục tiêu {target}; chưa có số liệu về {missing}.",
        "Now {current}: the target of {target} is met; nothing is known yet of the {missing}.",
    ),
)
BELOW_BASELINE: Final = Rule(
    "component.below_baseline",
    Status.NOT_MET,
    Text(
        "Hiện tại {current}, kém kết quả năm trước ({baseline}); mục tiêu là {target}.",
        "Now {current}, worse than last year ({baseline}); the target is {target}.",
    ),
)
SHORT: Final = Rule(
    "component.short",
    Status.AT_RISK,
    Text(
        "Hiện tại {current}, chưa đạt mục tiêu {target} nhưng không kém năm trước ({baseline}).",
        "Now {current}: short of the target of {target}, but no worse than last year ({baseline}).",
    ),
)
SHORT_WITHOUT_BASELINE: Final = Rule(
    "component.short_without_baseline",
    Status.AT_RISK,
    Text(
        "Hiện tại {current}, chưa đạt mục tiêu {target}; không có kết quả năm trước để so sánh.",
        "Now {current}: short of the target of {target}; last year's result is not known.",
    ),
)
NO_CURRENT: Final = Rule(
    "component.no_current",
    Status.NO_DATA,
    Text("Chưa có kết quả hiện tại để so với mục tiêu.", "There is no current result to compare with the target."),
)
NO_TARGET: Final = Rule(
    "component.no_target",
    Status.NO_DATA,
    Text(
        "Kế hoạch không đặt mục tiêu bằng điểm, hạng hay xếp loại.",
        "The plan sets no target in points, rank or band.",
    ),
)

FULFILLED: Final = Rule(
    "commitment.fulfilled",
    Status.MET,
    Text("Cam kết {promised}; hiện tại {value}: đạt.", "Promised {promised}; now {value}: met."),
)
PAST_DUE: Final = Rule(
    "commitment.past_due",
    Status.NOT_MET,
    Text(
        "Cam kết {promised} đến hết ngày {due}; hiện tại {value}: không đạt.",
        "Promised {promised} by {due}; now {value}: not met.",
    ),
)
PAST_DUE_UNKNOWN: Final = Rule(
    "commitment.past_due_unknown",
    Status.NOT_MET,
    Text(
        "Cam kết {promised} đến hết ngày {due}; đã quá hạn mà không có số liệu.",
        "Promised {promised} by {due}; the day has passed without a figure.",
    ),
)
OUT_OF_REACH: Final = Rule(
    "commitment.out_of_reach",
    Status.NOT_MET,
    Text(
        "Cam kết {promised}; dù tốt nhất cũng chỉ còn được {best}.",
        "Promised {promised}; the best that can still be had is {best}.",
    ),
)
COMMITMENT_UNKNOWN: Final = Rule(
    "commitment.unknown",
    Status.NO_DATA,
    Text("Cam kết {promised}; chưa có số liệu.", "Promised {promised}; there is no figure yet."),
)
STILL_SHORT: Final = Rule(
    "commitment.short",
    Status.AT_RISK,
    Text(
        "Cam kết {promised}; hiện tại {value}, chưa đạt nhưng còn thời gian.",
        "Promised {promised}; now {value}: short, but there is time left.",
    ),
)

DONE: Final = Rule("task.done", Status.MET, Text("Xong ngày {done}.", "Done on {done}."), Text("Xong", "Done"))
DONE_LATE: Final = Rule(
    "task.done_late",
    Status.MET,
    Text("Xong ngày {done}, trễ {days} ngày so với hạn {due}.", "Done on {done}, {days} day(s) after {due}."),
    Text("Xong, trễ", "Done, late"),
)
OVERDUE: Final = Rule(
    "task.overdue",
    Status.NOT_MET,
    Text("Quá hạn {days} ngày (hạn {due}) mà chưa xong.", "{days} day(s) past {due} and not done."),
    Text("Quá hạn", "Overdue"),
)
DUE_TODAY: Final = Rule(
    "task.due_today",
    Status.AT_RISK,
    Text("Hôm nay ({due}) là hạn cuối mà chưa xong.", "Today ({due}) is the last day, and it is not done."),
)
DUE_SOON: Final = Rule(
    "task.due_soon",
    Status.AT_RISK,
    Text("Còn {days} ngày đến hạn {due} mà chưa xong.", "{days} day(s) left until {due}, and it is not done."),
)
SILENT: Final = Rule(
    "task.silent",
    Status.AT_RISK,
    Text(
        "Không có cập nhật nào từ ngày {since}, lâu hơn {cadence}.",
        "No update since {since}, longer than {cadence}.",
    ),
)
NOT_BEGUN: Final = Rule(
    "task.not_begun",
    Status.NO_DATA,
    Text("Chưa bắt đầu và chưa gần đến hạn.", "Not begun, and not near its day."),
    Text("Chưa bắt đầu", "Not begun"),
)
UNDER_WAY: Final = Rule(
    "task.under_way",
    Status.MET,
    Text(
        "Đang làm, cập nhật gần nhất ngày {since}, chưa gần đến hạn.",
        "Under way, last updated on {since}, not near its day.",
    ),
    Text("Đúng tiến độ", "On schedule"),
)

EVIDENCE: Final = Rule(
    "duty.evidence",
    Status.MET,
    Text("Đã có minh chứng ngày {day} ({period}).", "There is evidence of {day} ({period})."),
)
NOT_STARTED: Final = Rule(
    "duty.not_started",
    Status.NO_DATA,
    Text("Chưa đến ngày bắt đầu thực hiện.", "It has not started yet."),
)
PERIOD_WITHOUT: Final = Rule(
    "duty.period_without",
    Status.NOT_MET,
    Text(
        "Cả kỳ trước ({previous}) không có minh chứng, kỳ này ({period}) cũng chưa có.",
        "The whole last period ({previous}) has no evidence, nor has this one ({period}) yet.",
    ),
)
PERIOD_ENDING: Final = Rule(
    "duty.period_ending",
    Status.AT_RISK,
    Text(
        "{period} chỉ còn {days} ngày mà chưa có minh chứng.",
        "{period}: {days} day(s) left and no evidence yet.",
    ),
)
PERIOD_OPEN: Final = Rule(
    "duty.period_open",
    Status.MET,
    Text(
        "Kỳ trước ({previous}) đã có minh chứng; {period} còn {days} ngày.",
        "The last period ({previous}) has evidence; {period} has {days} day(s) left.",
    ),
    Text("Đúng nhịp", "In rhythm"),
)
FIRST_PERIOD: Final = Rule(
    "duty.first_period",
    Status.NO_DATA,
    Text(
        "Chưa có minh chứng nào; {period} còn {days} ngày.",
        "There is no evidence yet; {period} has {days} day(s) left.",
    ),
)

NO_TASKS: Final = Rule("tasks.none", Status.NO_DATA, Text("Không có nhiệm vụ nào.", "There are no tasks."))
NONE_BEGUN: Final = Rule(
    "tasks.none_begun",
    Status.NO_DATA,
    Text("Chưa nhiệm vụ nào trong {total} nhiệm vụ bắt đầu.", "None of the {total} tasks has begun."),
)
MANY_NOT_MET: Final = Rule(
    "tasks.many_not_met",
    Status.NOT_MET,
    Text(
        "{not_met} trên {total} nhiệm vụ không đạt, từ {share} trở lên.",
        "{not_met} of {total} tasks are not met: {share} or more.",
    ),
)
SOME_BEHIND: Final = Rule(
    "tasks.some_behind",
    Status.AT_RISK,
    Text(
        "{not_met} nhiệm vụ không đạt, {at_risk} nhiệm vụ nguy cơ trên {total} nhiệm vụ.",
        "{not_met} not met, {at_risk} at risk of {total} tasks.",
    ),
)
ALL_WELL: Final = Rule(
    "tasks.all_well",
    Status.MET,
    Text(
        "Không nhiệm vụ nào không đạt; {at_risk} trên {total} nhiệm vụ nguy cơ, dưới {share}.",
        "No task is not met; {at_risk} of {total} are at risk, under {share}.",
    ),
)

RULES: Final[Mapping[str, Rule]] = {rule.code: rule for rule in list(globals().values()) if isinstance(rule, Rule)}
