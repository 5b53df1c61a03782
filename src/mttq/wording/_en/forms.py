"""English for the labels of the official forms, by the Vietnamese that they print."""

from typing import Final

__all__ = ["FORMS"]

_BODIES: Final = "Front and socio-political organisations"

FORMS: Final[dict[str, str]] = {
    "Phụ lục 1": "Appendix 1",
    "Tình hình thực hiện Kết luận 62-KL/TW của Bộ Chính trị": (
        "Implementation of Conclusion 62-KL/TW of the Politburo"
    ),
    "Kết quả tổ chức triển khai thực hiện kết luận": "How the conclusion was made known and carried out",
    "Tổ chức quán triệt, triển khai thực hiện kết luận": "Making the conclusion known and carrying it out",
    "Hội nghị quán triệt riêng": "Conferences devoted to the conclusion",
    "Lồng ghép quán triệt trong các Hội nghị chuyên đề": "Conferences on other subjects that also covered it",
    "Cán bộ, đoàn viên, người lao động được tuyên truyền, phổ biến": (
        "Cadres, union members and workers reached"
    ),
    "Xây dựng, ban hành triển khai thực hiện": "Documents drawn up and issued",
    "Công tác kiểm tra, giám sát việc thực hiện kết luận": (
        "Inspection and supervision of how the conclusion is carried out"
    ),
    "Cấp tỉnh (trích yếu văn bản)": "Provincial level (subject of the document)",
    "Cấp huyện và tương đương (trích yếu văn bản)": "District level and equivalent (subject of the document)",
    "Cấp tỉnh": "Provincial level",
    "Cấp huyện": "District level",
    "Cấp huyện và tương đương": "District level and equivalent",
    "Cấp xã và tương đương": "Commune level and equivalent",
    "Cấp cơ sở": "Commune level",
    "Các phong trào thi đua yêu nước, cuộc vận động do địa phương, đơn vị phát động": (
        "Patriotic emulation movements and campaigns started locally"
    ),
    "Phong trào thi đua yêu nước, cuộc vận động được phát động mới": (
        "New patriotic emulation movements and campaigns"
    ),
    "Hội nghị biểu dương, khen thưởng": "Commendation conferences",
    "Tập thể/cá nhân được biểu dương, khen thưởng": "Collectives/individuals commended",
    "tập thể": "collectives",
    "cá nhân": "individuals",
    "Xây dựng, củng cố tổ chức, bộ máy, đội ngũ cán bộ Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội": (
        f"Organisation, apparatus and cadres of the {_BODIES}"
    ),
    "Tổng số đơn vị MTTQ và các đoàn thể chính trị - xã hội được sắp xếp, sáp nhập": (
        f"Units of the {_BODIES} rearranged or merged, total"
    ),
    "Số đơn vị MTTQ và các đoàn thể chính trị - xã hội cấp xã được sắp xếp, sáp nhập": (
        f"Units of the {_BODIES} at commune level rearranged or merged"
    ),
    "Số đơn vị trực thuộc được sắp xếp, sáp nhập (cấp tỉnh)": (
        "Subordinate units rearranged or merged (provincial level)"
    ),
    "Tổng số cán bộ chuyên trách MTTQ và các đoàn thể chính trị - xã hội": (
        f"Full-time cadres of the {_BODIES}, total"
    ),
    "Trình độ chuyên môn": "Professional qualification",
    "Trên đại học": "Postgraduate",
    "Đại học": "University degree",
    "Dưới đại học": "Below university degree",
    "Trình độ lý luận chính trị": "Level of political theory",
    "Cao cấp, cử nhân - Trung cấp - Sơ cấp": "Advanced or bachelor - Intermediate - Elementary",
    "Cao cấp, cử nhân": "Advanced or bachelor",
    "Trung cấp": "Intermediate",
    "Sơ cấp": "Elementary",
    "Tổng số cán bộ chuyên trách MTTQ và các đoàn thể chính trị - xã hội được điều động, luân chuyển": (
        f"Full-time cadres of the {_BODIES} transferred or rotated, total"
    ),
    "Cơ quan Đảng - Cơ quan chính quyền - Cơ quan đoàn thể": (
        "Party bodies - Government bodies - Mass organisations"
    ),
    "Cơ quan Đảng": "Party bodies",
    "Cơ quan chính quyền": "Government bodies",
    "Cơ quan đoàn thể": "Mass organisations",
    "Tổng số cán bộ chuyên trách MTTQ và các đoàn thể chính trị - xã hội được tập huấn, bồi dưỡng": (
        f"Full-time cadres of the {_BODIES} trained, total"
    ),
    "Ban thanh tra nhân dân các xã, phường, thị trấn/thành viên": (
        "People's Inspection Boards of communes, wards and townships/members"
    ),
    "Ban giám sát đầu tư cộng đồng các xã, phường, thị trấn/thành viên": (
        "Community Investment Supervision Boards of communes, wards and townships/members"
    ),
    "ban": "boards",
    "thành viên": "members",
    "Công tác xây dựng tổ chức, bộ máy và phát triển đảng viên": (
        "Organisation, apparatus and development of Party members"
    ),
    "Tổng số đoàn viên/hội viên": "Union/association members, total",
    "Tổng số đoàn viên/hội viên kết nạp mới": "Union/association members newly admitted, total",
    "Tổng số đoàn viên/hội viên ưu tú giới thiệu cho Đảng xem xét kết nạp": (
        "Outstanding union/association members nominated to the Party, total"
    ),
    "Tổng số đoàn viên ưu tú được kết nạp Đảng": "Outstanding union members admitted to the Party, total",
    "Việc thực hiện chế độ, chính sách đối với cán bộ và tổ chức": "Policies for cadres and organisations",
    "Tổng số đơn vị cấp xã được triển khai thực hiện mức khoán phí hoạt động": (
        "Commune-level units with a fixed operating allowance, total"
    ),
    "Tổng số tổ chức thôn, TDP được triển khai thực hiện mức khoán phí hoạt động": (
        "Organisations of villages and residential groups with a fixed operating allowance, total"
    ),
    "Tổng số đơn vị cấp xã được triển khai thực hiện mức bồi dưỡng cho Chi hội trưởng "
    "(Hội Cựu chiến binh, Hội Phụ nữ, Hội Nông dân) và Bí thư chi đoàn thanh niên": (
        "Commune-level units with an allowance for heads of branches (Veterans' Association, Women's "
        "Union, Farmers' Union) and secretaries of Youth Union branches, total"
    ),
    "Được hưởng theo định mức": "Received at the norm",
    "Được hưởng trên định mức": "Received above the norm",
    "Được hưởng dưới định mức": "Received below the norm",
    "Chưa được hưởng": "Not yet received",
    "Phụ lục 2": "Appendix 2",
    "Tham gia giám sát, phản biện xã hội; góp ý xây dựng Đảng, xây dựng chính quyền theo "
    "Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị": (
        "Supervision and social criticism; opinions on the building of Party and government by "
        "Decisions 217-QĐ/TW and 218-QĐ/TW of the Politburo of 12 December 2013"
    ),
    "Công tác giám sát": "Supervision",
    "Số cuộc giám sát bằng hình thức nghiên cứu, xem xét văn bản/Số đơn vị được giám sát": (
        "Supervisions by study of documents/Units supervised"
    ),
    "Số đoàn giám sát bằng hình thức thành lập đoàn giám sát/Số đơn vị được giám sát": (
        "Supervisions by delegations/Units supervised"
    ),
    "cuộc": "sessions",
    "đoàn": "delegations",
    "Công tác phản biện xã hội": "Social criticism",
    "Số văn bản được yêu cầu phản biện xã hội": "Drafts on which social criticism was requested",
    "Số cuộc phản biện xã hội": "Sessions of social criticism",
    "Tổ chức hội nghị": "Conferences held",
    "Gửi văn bản dự thảo": "Drafts sent for comment",
    "Phản biện xã hội bằng hình thức đối thoại trực tiếp": "Social criticism by direct dialogue",
    "Tổng số ý kiến tham gia phản biện xã hội": "Opinions given in social criticism, total",
    "Tham gia góp ý xây dựng Đảng, xây dựng chính quyền": (
        "Opinions on the building of Party and government"
    ),
    "Số cuộc tổ chức đối thoại giữa người đứng đầu cấp ủy với nhân dân": (
        "Dialogues of the head of the Party committee with the people"
    ),
    "Số cuộc tổ chức đối thoại giữa người đứng đầu chính quyền với nhân dân": (
        "Dialogues of the head of the government with the people"
    ),
}
