"""What is said of units through time and of sums over units, by the Vietnamese."""

from typing import Final

__all__ = ["UNITS"]

UNITS: Final[dict[str, str]] = {
    # successions
    "Mã đơn vị cũ": "Code of the former unit",
    "Mã đơn vị mới": "Code of the new unit",
    "Toàn bộ": "Whole",
    "Điều khoản": "Clause",
    # what cannot be true of units
    "danh mục không có {} (mã {})": "the list has no {} (code {})",
    "ngày {} không có đơn vị mã “{}”": "on {} no unit has the code “{}”",
    "ngày {} không có đơn vị mã “{}”{}": "on {} no unit has the code “{}”{}",
    "; có đến hết ngày {}: {}": "; {1} had it until {0}",
    "; có từ ngày {}: {}": "; {1} has it from {0} on",
    "thiếu mã đơn vị: danh mục nhận ra đơn vị theo mã và ngày": (
        "the code is missing: units in a list are identified by code and day"
    ),
    "đơn vị cấp trên {} thiếu mã": "the parent {} has no code",
    "thiếu đơn vị cấp trên": "the parent is missing",
    "ngày kết thúc {} trước ngày bắt đầu {}": "the last day {} is before the first {}",
    "từ ngày {}": "from {} on",
    "đến hết ngày {}": "until {}",
    "{} không có loại đơn vị “{}”": "{} there are no units of the kind “{}”",
    "ngày {} mã này đã là của {}": "on {} this code already belongs to {}",
    "{} vẫn còn trong ngày {}": "{} still exists on {}",
    "{} đã có trước ngày {}": "{} already existed before {}",
    "ghi nhiều lần: {}": "listed more than once: {}",
    "vừa nhập toàn bộ vào một đơn vị, vừa chia cho đơn vị khác": (
        "goes wholly into one unit and is divided among others too"
    ),
    "chỉ một phần: còn thiếu đơn vị nhận phần kia": "only a part: no unit is named for the other part",
    "không rõ hình thành từ đơn vị nào ngày {}": "the units from which it was formed on {} are not named",
    "kết thúc ngày {}, không rõ nhập vào đâu": "it ends on {}, but its successor is not named",
    "không có đơn vị cấp trên mã “{}”": "no parent has the code “{}”",
    "có trước đơn vị cấp trên {}": "it exists before its parent {}",
    "còn sau khi đơn vị cấp trên {} kết thúc ngày {}": "it outlives its parent {}, which ends on {}",
    "{} không phải đơn vị cấp trên": "{} is not a unit of a higher level",
    "mã “{}” là của {}, không phải {}": "the code “{}” belongs to {}, not to {}",
    "cùng tên với đơn vị mã “{}”, cùng đơn vị cấp trên": (
        "it has the name of the unit with the code “{}”, and the same parent"
    ),
    "{} vào {}, còn {} thì không": "{} goes into {}, and {} does not",
    # sums over units
    "allocation: đơn vị mã “{}” không chia cho “{}”": (
        "allocation: no part of the unit with the code “{}” went to “{}”"
    ),
    "allocation: các phần của đơn vị mã “{}” phải cộng bằng 1": (
        "allocation: the shares of the unit with the code “{}” must add up to 1"
    ),
    "không rõ ngày của số liệu": "the day of its figures is not known",
    "không ghi đơn vị cấp trên trực tiếp": "it does not name the unit in which it lies",
    "{} chia cho nhiều đơn vị": "{} was divided among several units",
    "không thuộc {} (thuộc: {})": "not in {}; it lies in {}",
    "ngày {}, mã “{}” là của {}": "on {} the code “{}” belongs to {}",
    "ngày {} có {} đơn vị cùng tên; cần ghi mã": "units of this name on {}: {}; give the code",
    "ngày {} không có đơn vị này trong danh mục": "on {} the list has no such unit",
    "“{}” (mã {}) chia cho nhiều đơn vị (“{}”); cần allocation=": (
        "“{}” (code {}) was divided among several units (“{}”); give allocation="
    ),
    "báo cáo của nhiều cấp không cộng chung được: {}": "reports of different levels cannot be added up: {}",
    "“{}” có hai báo cáo trùng thời gian: {} và {}": "“{}” has two reports for one period: {} and {}",
    "combine: cần ít nhất một bảng tổng hợp": "combine: at least one sum is needed",
    "tổng hợp vào các đơn vị khác nhau; cần into=": "sums into different units; give into=",
    "tổng hợp theo các kỳ khác nhau": "sums over different periods",
    "“{}” không phải số liệu cộng được": "“{}” is not a figure that can be added up",
    "Tổng hợp báo cáo": "Reports added up",
    "Kết quả": "Result",
    "Đơn vị tổng hợp": "Unit of the sum",
    "Chưa báo cáo": "Not reported",
    "Không cộng": "Left out",
    "và {} đơn vị khác": "and {} more",
    "Số báo cáo": "Reports",
    "Số liệu khác": "Other figures",
    "Khoản chuyển giữa các quỹ": "Money that went from fund to fund",
    "Bên chuyển": "Sender",
    "Bên nhận": "Receiver",
    "Bên chuyển ghi": "Told by the sender",
    "Bên nhận ghi": "Told by the receiver",
    "Đã loại khỏi tổng": "Left out of the sum",
    "nêu {}, không rõ giới hạn": "stated {}, without bounds",
    "Cấp báo cáo": "Level of the reports",
    "Số đơn vị đã báo cáo": "Units that have reported",
    "Số đơn vị phải báo cáo": "Units that should report",
    "Đơn vị còn thiếu số liệu": "Units that left out figures",
    "Số liệu chưa đủ": "Figures not reported by all",
    "Còn thiếu": "Missing",
    "Tổng hợp từ báo cáo cấp dưới": "Compiled from reports of the level below",
    "“{}” không dẫn từ báo cáo đến một số liệu": "“{}” does not lead from the report to a figure",
    # documents of one's own
    "Văn bản chưa in được, có {} chỗ chưa đúng": "The document cannot be printed; faults: {}",
    "{}: tên tệp cần kết thúc bằng một trong: {}": "{}: the name must end with one of: {}",
    "chuỗi, biểu hoặc bảng: Summary, RollUp, Findings, Table": (
        "a text, a form or what has tables: Summary, RollUp, Findings, Table"
    ),
    "dấu “{}” lẻ; để in nó, ghi “{}”": "a single “{}”; to print it, write “{}”",
    "“{}” còn để trống; ghi thêm chữ thay thế: {}": "“{}” is blank; say what stands in its place: {}",
    "“{}” cần báo cáo: document(…, of=báo cáo)": "“{}” needs a report: document(..., of=report)",
    "sort: không có cột “{}”{}": "sort: no column “{}”{}",
    # files of units
    "không rõ “{}”{}": "“{}” is not clear{}",
    "{}: cần từ {} trở lên": "{}: expected {} or more",
    "tệp không phải UTF-8; trong Excel lưu thành “CSV UTF-8”": (
        "the file is not in UTF-8; save it in Excel as “CSV UTF-8”"
    ),
    "đơn vị cũ không ghi ở danh mục, hãy ghi thành thay đổi (Succession)": (
        "former units do not go into the list: give them as successions (Succession)"
    ),
    "văn bản thành lập có nhiều hơn phần chữ của nó": (
        "the document establishing the unit is more than its text"
    ),
}
