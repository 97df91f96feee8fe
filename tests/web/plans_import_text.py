"""A small plan in the tests' own words, read by the program's own reader."""

PLAN_NAME = "ke-hoach-thu.txt"
PLAN_TEXT = """SỞ MẪU MỰC

Số: 12/KH-SMM

Lào Cai, ngày 15 tháng 3 năm 2022

KẾ HOẠCH

Nâng cao chỉ số năng lực cạnh tranh sở, ngành (DDCI) năm 2022 của Sở Mẫu mực

I. MỤC TIÊU

Năm 2021 Sở đạt 78,25/100 điểm, xếp thứ 6/15. Phấn đấu năm 2022 đạt từ 82 điểm trở lên.

II. NHIỆM VỤ

1. Chỉ số "Chất lượng dịch vụ công"

- Năm 2021 đạt 7,95 điểm. Mục tiêu năm 2022 đạt 8,5 điểm.

- Đơn vị chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở, các phòng chuyên môn.

- Giải quyết 100% hồ sơ của người dân đúng hẹn.

- Mở thêm một bàn tiếp nhận tại trụ sở, xong trước ngày 30/9/2022.

2. Chỉ số "Chi phí không chính thức"

- Năm 2021 đạt 7,1 điểm. Mục tiêu năm 2022 đạt 7,6 điểm.

- Đơn vị chủ trì: Thanh tra Sở; phối hợp: Văn phòng Sở.

- Kiểm tra đột xuất bộ phận một cửa ít nhất 02 lần/năm.

III. TỔ CHỨC THỰC HIỆN

Các phòng, đơn vị báo cáo kết quả hằng quý về Văn phòng Sở trước ngày 20 tháng cuối quý để tổng hợp gửi Sở Kế hoạch và Đầu tư.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Thị Thử
"""

PLAN_BYTES = PLAN_TEXT.encode()
