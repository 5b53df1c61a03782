"""What mttq's rules say in Vietnamese: (title, message) by code.

Messages are courteous, short and addressed to the office; `{name}` is filled with the breach's figures.
"""

from typing import Final

__all__ = ["WORDING_VI"]

WORDING_VI: Final[dict[str, tuple[str, str]]] = {
    "APP001": (
        "Dòng hỏi hai số ghi đủ hai số",
        "Dòng hỏi {parts}, chỉ ghi {value}",
    ),
    "APP002": (
        "Có tổng khi đã có các phần",
        "Chưa ghi tổng; cộng các dòng đã ghi được {sum}",
    ),
    "APP003": (
        "Tổng bằng cộng các dòng",
        "Ghi tổng {total}, cộng các dòng được {sum}",
    ),
    "APP004": (
        "Không ghi số vào dòng, cột của cấp trên",
        "Số {value} nằm ở dòng của cấp trên; có phải của cấp mình?",
    ),
    "APP005": (
        "Số thứ tự các mục của phụ lục tăng dần",
        "Mục {number} đứng sau mục {previous}",
    ),
    "APP006": (
        "Ô trống phân biệt với số 0",
        "Có {blanks} ô để trống trong khi nơi khác ghi 0: không có hay chưa nhập?",
    ),
    "APP007": (
        "Số 0 ghi theo một cách",
        "Số 0 được ghi bằng nhiều cách: {spellings}",
    ),
    "APP008": (
        "Số đơn vị không nhiều hơn số đơn vị hiện có",
        "Tiêu đề đếm đơn vị, ở đây có {most} mà ghi {value}; số này đếm gì?",
    ),
    "APP009": (
        "Dòng gồm nhiều loại ghi riêng từng loại",
        "Dòng gồm {parts}, chỉ ghi một số {value}; đề nghị tách riêng",
    ),
    "CAM002": (
        "Số liệu phần lời thống nhất với phụ lục",
        "Phần lời ghi {text}, phụ lục ghi {appendix}",
    ),
    "CAM003": (
        "Số người dự phù hợp với số hội nghị",
        "{total} người dự {count} hội nghị là khác thường",
    ),
    "CAM004": (
        "Khen thưởng nêu trong phần lời không nhiều hơn phụ lục",
        "Phần lời ghi {text}, phụ lục chỉ có {appendix}",
    ),
    "CAM005": (
        "Tỷ lệ phần trăm kèm tử số và mẫu số",
        "Tỷ lệ {share} chưa nêu tử số, mẫu số",
    ),
    "CAM006": (
        "Số năm khớp với giai đoạn kèm theo",
        "Ghi {years} năm nhưng kỳ là {period}",
    ),
    "CRI001": (
        "Số cuộc phản biện xã hội bằng tổng các hình thức",
        "Ghi {total} cuộc, cộng các hình thức được {sum}",
    ),
    "CRI003": (
        "Số cuộc phản biện xã hội không nhiều hơn số văn bản được yêu cầu",
        "Ghi {sessions} cuộc phản biện trên {requested} văn bản được yêu cầu; đề nghị nêu lý do",
    ),
    "CRI004": (
        "Mỗi cuộc phản biện xã hội có ít nhất một ý kiến",
        "Ghi {opinions} ý kiến cho {sessions} cuộc phản biện",
    ),
    "CRI006": (
        "Mỗi năm có ít nhất một cuộc đối thoại với nhân dân",
        "Ghi {held} cuộc đối thoại trong {years} năm",
    ),
    "UNI002": (
        "Đơn vị có từ đầu kỳ báo cáo",
        "{unit} thành lập ngày {founded}, sau đầu kỳ {start}; chưa rõ số liệu trước đó của đơn vị nào",
    ),
    "UNI005": (
        "Số thôn, tổ dân phố thống nhất",
        "Số thôn không thống nhất: {text} và {appendix}",
    ),
    "UNI006": (
        "Số đơn vị sáp nhập bằng số đơn vị cũ",
        "Nêu {text} đơn vị cũ nhưng phụ lục ghi {appendix}",
    ),
    "UNI007": (
        "Hộ nghèo và cận nghèo không nhiều hơn tổng số hộ",
        "Hộ nghèo và cận nghèo là {classes}, tổng số hộ chỉ có {households}",
    ),
    "UNI008": (
        "Tỷ lệ khớp với tử số và mẫu số",
        "{part}/{whole} là {exact}%, báo cáo ghi {share}",
    ),
    "UNI009": (
        "Số nhân khẩu phù hợp với số hộ",
        "{total} nhân khẩu trong {count} hộ là khác thường",
    ),
    "UNI010": (
        "Số đảng viên phù hợp với dân số và số chi bộ",
        "{members} đảng viên không phù hợp với {other}",
    ),
}
