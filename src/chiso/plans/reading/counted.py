"""Nouns that plans count: the unit after a figure is the longest of them that follows it; parted by |."""

from __future__ import annotations

COUNTED = (
    "sáng kiến|nhiệm vụ|hội nghị|hội thảo|lớp|cuộc|buổi|lần|đợt|tin|bài|tin bài|phóng sự|chuyên mục|chuyên đề|mô hình|"
    "doanh nghiệp|hồ sơ|thủ tục|TTHC|đề tài|dự án|kế hoạch|văn bản|báo cáo|lượt|người|cán bộ|công chức|viên chức|"
    "giải pháp|đơn vị|phòng|ngày|giờ|phút|điểm|sản phẩm|hợp đồng|dịch vụ|cơ sở|hộ|xã|huyện|kỳ|chỉ tiêu|chương trình|"
    "tổ|nhóm|ý kiến|phiếu|đoàn|thôn|khu|trường|bộ|video|clip|tờ rơi|bản|cuốn|số|kênh|quy trình|phiên|đối tượng|"
    "học viên|hội chợ|gian hàng|câu lạc bộ|đường dây|năm|tháng|tuần|tỷ đồng|triệu đồng|đồng|tiêu chí|bậc|tổ chức|"
    "trang|chuyến|chuyên trang|cơ quan|bản tin|tài liệu|tọa đàm|diễn đàn|đề án|nội dung|thành viên|tiểu phẩm|hạng mục|"
    "nghị quyết|quyết định|ngôn ngữ|máy tính|bộ phận|thành phần|lao động|việc làm|bệnh viện|trạm|xe|camera|mẫu|"
    "phản ánh|kiến nghị|vụ|vụ việc|vị trí|biên chế|lĩnh vực|chỉ số|mục tiêu|giáo viên|học sinh|sinh viên|bác sĩ|"
    "công dân|khách hàng|máy|thiết bị|phần mềm|hệ thống|cơ sở dữ liệu|ứng dụng|màn hình|bảng|biển|pano|áp phích|"
    "băng rôn|xóm|ấp|buôn|tổ dân phố|khu phố|phường|quận|tỉnh|thị trấn|cụm|trung tâm|chi nhánh|hợp tác xã|làng nghề|"
    "cuộc họp|cuộc thi|hội thi|hoạt động|công trình|tuyến|chợ|nhà đầu tư|thương hiệu|nhãn hiệu|sáng chế|tiêu chuẩn|"
    "chứng chỉ|giấy phép|giấy chứng nhận|công văn|tờ|thông báo|khảo sát|chuyên gia|cộng tác viên|báo cáo viên|ha|km|"
    "tấn|phản hồi|tuyên truyền viên|hòm thư|bước|khâu|giấy tờ|mục|câu hỏi|cuộc gọi|tin nhắn|bài viết|"
    "ki-ốt|điểm cầu|trang thiết bị|tiểu dự án|chuyên án|quy chế|đầu việc|khóa|khoá|"
    "lái xe|ứng cử viên|người dân|nhà vệ sinh|nhà văn hóa|máy quét|máy in|đoạn phim|kỹ thuật|hình thức|chủ phương tiện|đèn|cột đèn|bóng đèn|quầy|điểm nóng|hòm|giếng|nhà|ghế|bàn|thùng|ca|đội|khối|giải|cây|cột|cổng|làng|trụ|kho|chốt|suất|học bổng|gói|lô|thửa|"
    "vùng|tuyến đường|phòng học|giường|trẻ|cháu|mũi|ca bệnh|bộ câu hỏi|chủ đề|chuyên gia|tư vấn viên|nhân viên|hội viên|ban"
)
