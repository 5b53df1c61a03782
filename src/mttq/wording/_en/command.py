"""What the command and the pytest plugin say, by the Vietnamese that stands there."""

from typing import Final

__all__ = ["COMMAND"]

COMMAND: Final[dict[str, str]] = {
    # help
    "cách dùng: ": "usage: ",
    "tham số": "arguments",
    "tùy chọn": "options",
    "LỆNH": "COMMAND",
    "TỆP": "FILE",
    "BẢN_TRƯỚC": "EARLIER",
    "BẢN_SAU": "LATER",
    "MÃ": "CODE",
    "MÃ,…": "CODE,...",
    "xem hướng dẫn này và thoát": "show this help and exit",
    "xem phiên bản và thoát": "show the version and exit",
    "ngôn ngữ (mặc định: theo biến MTTQ_LANG, tệp cấu hình, hoặc vi)": (
        "language (default: that of MTTQ_LANG, of the project file, or vi)"
    ),
    "tệp cấu hình (mặc định: mttq.toml, pyproject.toml gần nhất)": (
        "project file (default: the nearest mttq.toml or pyproject.toml)"
    ),
    "không theo tệp cấu hình nào": "use no project file",
    "cho nạp các mô-đun Python mà tệp cấu hình nêu": "load the Python modules that the project file names",
    "Đối chiếu số liệu và in báo cáo của Mặt trận Tổ quốc Việt Nam.": (
        "Check the figures of reports of the Vietnam Fatherland Front, and print them."
    ),
    "đối chiếu số liệu của báo cáo": "check the figures of reports",
    "so sánh phát hiện của hai bản: mới, còn, đã khắc phục": (
        "compare the findings of two versions: new, remaining, resolved"
    ),
    "in báo cáo kèm phụ lục": "print a report with its appendices",
    "danh mục quy tắc, hoặc nội dung một quy tắc": "list the rules, or show one of them",
    "JSON Schema của tệp báo cáo, của kết quả đối chiếu …": "JSON Schema of report files, of findings ...",
    "tệp báo cáo: JSON, Word, Excel …; “-” để đọc từ đầu vào chuẩn": (
        "report file: JSON, Word, Excel ...; “-” for standard input"
    ),
    "tệp báo cáo JSON, Word, Excel … hoặc thư mục chứa tệp JSON; “-” để đọc từ đầu vào chuẩn": (
        "report file (JSON, Word, Excel ...) or directory of JSON files; “-” for standard input"
    ),
    "đọc tệp Word, Excel … thành báo cáo": "read Word, Excel ... files as reports",
    "tệp Word, Excel, ODF, HTML, văn bản": "Word, Excel, ODF, HTML or text file",
    "ghi báo cáo JSON vào tệp này, hoặc vào thư mục nếu có nhiều; “-” là đầu ra chuẩn": (
        "write the report (JSON) to this file, several into this directory; “-” for standard output"
    ),
    "ghi vào tệp này những dòng, cột chưa đọc được, để bổ sung rồi dùng làm --hints": (
        "write the lines and columns that were not read to this file; complete it and pass it as --hints"
    ),
    "tệp gợi ý cách đọc: dòng, cột, trang tính là gì": "hints file: what lines, columns and sheets mean",
    "ĐƠN_VỊ": "UNIT",
    "TÊN": "TITLE",
    "đơn vị báo cáo (loại, tên), nếu tệp không nói rõ": "the reporting unit (kind, name), if not in the file",
    "tên báo cáo, nếu tệp không có": "the title, if the file has none",
    "{} số liệu chưa đọc được nên không đối chiếu; xem: mttq read": (
        "{} figures could not be read and were not checked; see: mttq read"
    ),
    "tệp không nói rõ đơn vị báo cáo, đối chiếu như của một {}; ghi rõ bằng --unit": (
        "the file does not name the reporting unit; checked as that of a {}; name it with --unit"
    ),
    "tệp có số liệu của {} đơn vị, ở đây cần một": "the file has figures of {} units; one is needed here",
    "có {} báo cáo, cần một thư mục": "there are {} reports; a directory is needed",
    "đối chiếu cả giữa các báo cáo, in một kết quả chung": (
        "check the reports against each other too, and print one result"
    ),
    "báo cáo kỳ trước, bản trước (chỉ dùng với --together)": (
        "earlier report: of an earlier period, or a former version (only with --together)"
    ),
    "ghi lại các giải trình của --waivers theo dạng mới, vào tệp này": (
        "write the waivers of --waivers to this file, in the new form"
    ),
    "in thêm các số liệu có thể ghi nhầm (với text, markdown, html)": (
        "print figures that may be slips too (with text, markdown, html)"
    ),
    "ghi kết quả vào tệp này; “-” là đầu ra chuẩn": "write the result to this file; “-” for standard output",
    "in cả những tệp không có phát hiện, khi đối chiếu nhiều tệp": (
        "of several files, print those without findings too"
    ),
    "giải thích từng phát hiện: phép tính, nơi liên quan, gợi ý, căn cứ": (
        "explain each finding: arithmetic, related places, suggestions, basis"
    ),
    "chỉ nêu phát hiện mới so với kết quả này, do lần trước ghi bằng --format json": (
        "name only what is new since this result, which an earlier check wrote with --format json"
    ),
    "{}; {} phát hiện đã có ở lần trước": "{}; {} findings were there the last time",
    "cần kết quả của: mttq check … --format json": "expected what this writes: mttq check ... --format json",
    "tệp báo cáo, hoặc thư mục chứa tệp JSON; so sánh từng cặp tệp cùng tên": (
        "report file, or directory of JSON files; files of one name are compared"
    ),
    "in cả những tệp không thay đổi, khi so sánh thư mục": "of directories, print unchanged files too",
    "chỉ có ở bản trước": "only in the earlier version",
    "chỉ có ở bản sau": "only in the later version",
    "cần hai tệp hoặc hai thư mục": "two files or two directories are required",
    "danh sách biểu, hoặc một biểu trống để xem, để điền": "list the forms, or print or write a blank one",
    "mã của biểu, như kl62-pl2": "code of the form, such as kl62-pl2",
    "ghi biểu để điền vào tệp .xlsx này": "write the form to this .xlsx file, to be filled in",
    "biểu để điền là tệp .xlsx": "a form to be filled in is an .xlsx file",
    "không có biểu “{}”{}": "no form “{}”{}",
    "xem: mttq form": "see: mttq form",
    "Các biểu": "Forms",
    "Biểu": "Form",
    "Tệp": "File",
    "đã ghi {}": "written: {}",
    "mã của quy tắc; hoặc các nhóm và mã: CRI,ORG001": "code of a rule; or families and codes: CRI,ORG001",
    "của tệp báo cáo (report), kết quả đối chiếu (findings) hoặc giải trình đã chấp nhận (waivers)": (
        "of report files (report), of findings, or of waiver files (waivers)"
    ),
    "bộ quy tắc (mặc định: default)": "profile of rules (default: default)",
    "chỉ dùng các quy tắc, nhóm quy tắc này": "use only these rules, or families of rules",
    "bỏ các quy tắc, nhóm quy tắc này": "leave out these rules, or families of rules",
    "tệp các giải trình đã chấp nhận, mỗi mục có lý do": "file of waivers, each with its reason",
    "mức độ nhẹ nhất làm lệnh kết thúc với mã 1 (mặc định: error)": (
        "least severity for exit code 1 (default: error)"
    ),
    "dùng thêm quy tắc của các gói Python đã cài": "use the rules of installed Python packages too",
    "dùng thêm quy tắc trong tệp TOML này": "use the rules in this TOML file too",
    "định dạng kết quả (mặc định: text)": "format of the result (default: text)",
    # wrongly written
    "thiếu tham số: {}": "missing arguments: {}",
    "{} cần một giá trị": "{} requires a value",
    "{} cần ít nhất một giá trị": "{} requires at least one value",
    "{} không nhận giá trị; đã ghi “{}”": "{} takes no value; found “{}”",
    "“{}” có thể là {}; cần ghi rõ": "“{}” could be {}; write it out",
    "không có tham số hoặc tùy chọn: {}": "unknown arguments: {}",
    "không có giá trị “{}” cho {}{}": "no value “{}” for {}{}",
    # what cannot be used together, or at all
    "{}; xem: mttq rules": "{}; see: mttq rules",
    "--{}: chưa ghi mã quy tắc nào": "--{}: no code of a rule was given",
    "không dùng được --repairs cùng --together": "--repairs cannot be used with --together",
    "không dùng được --{} cùng --format {}; dùng text, markdown hoặc html": (
        "--{} cannot be used with --format {}; use text, markdown or html"
    ),
    "{} chỉ dùng được cùng {}": "{} requires {}",
    "--profile, --select và --ignore không để lại quy tắc nào": (
        "--profile, --select and --ignore leave no rule"
    ),
    "profile, select và ignore không để lại quy tắc nào": "profile, select and ignore leave no rule",
    "quy tắc {} đã thôi dùng, bỏ mã này được: {}": "rule {} is no longer used, its code can be left out: {}",
    "mẫu chính thức tự in hai mục III nên báo cáo điền đúng mẫu không có lỗi": (
        "the official form itself prints two sections III, so a report that follows it is not wrong"
    ),
    "không có quy tắc nào mã {}{}": "no rule matches {}{}",
    "; đã thôi dùng: {}": "; no longer used: {}",
    "{} phải gồm các mã quy tắc, không phải {}": "{} must hold codes of rules, not {}",
    "không có mức độ {}{}": "no severity {}{}",
    # the project file
    "theo tệp cấu hình {}": "settings from {}",
    "cùng thư mục có {} với bảng [tool.mttq]; chỉ giữ một trong hai": (
        "the same directory has a {} with [tool.mttq]; keep only one of the two"
    ),
    "không có": "there is none",
    "không phải bảng: {}": "it is no table: {}",
    "cần bảng {}; {}": "a table {} is required; {}",
    "không nạp được ({})": "cannot be loaded ({})",
    "mô-đun chạy mã Python nên chỉ được nạp khi có yêu cầu: “mttq --modules”, trong Python “modules=True”; "
    "bỏ qua tệp này: “mttq --no-config”": (
        "modules run Python code, so they are loaded only on request: “mttq --modules”, in Python "
        "“modules=True”; to ignore this file: “mttq --no-config”"
    ),
    "danh sách mã hoặc nhóm quy tắc, như {}": "a list of codes or families of rules, such as {}",
    "danh sách tệp quy tắc, như {}": "a list of files of rules, such as {}",
    "danh sách mô-đun Python đã cài, như {}": "a list of installed Python modules, such as {}",
    "tên tệp, như {}": "the name of a file, such as {}",
    "bảng theo mã quy tắc, như {}": "a table by codes of rules, such as {}",
    "đặt trong Python bằng mttq.Profile": "to be set in Python with mttq.Profile",
    # files
    "{}: không đọc được thư mục ({})": "{}: the directory cannot be read ({})",
    "{}: là thư mục không có tệp .json nào": "{}: a directory without .json files",
    "{}: đầu vào chuẩn đã đóng": "{}: standard input is closed",
    "{}: tệp quá lớn, không đủ bộ nhớ để đọc": "{}: too large a file for the memory",
    "tên tệp để trống": "the name of a file is empty",
    "không ghi được kết quả: {}": "the result cannot be written: {}",
    "không ghi được kết quả: đầu ra chuẩn đã đóng": "the result cannot be written: standard output is closed",
    "{}: đã ghi {} giải trình đã chấp nhận": "{}: waivers written: {}",
    "{}; {} giữ dạng cũ vì không ứng với phát hiện nào ở đây": (
        "{}; {} keep the old form, since they match no finding here"
    ),
    "{}: {} {}": "{}: {} {}",
    "giải trình đã chấp nhận ghi số liệu theo cách cũ, mttq 0.4 sẽ không đọc nữa; "
    "ghi lại bằng: mttq check … --waivers TỆP --rewrite-waivers TỆP": (
        "waivers hold figures in the old form, which mttq 0.4 will not read; "
        "rewrite them with: mttq check ... --waivers FILE --rewrite-waivers FILE"
    ),
    "không có quyền truy cập": "access is denied",
    "hết dung lượng được cấp": "the disk quota is used up",
    "tệp quá lớn": "the file is too large",
    "thiết bị lưu trữ bị lỗi": "the storage device has a fault",
    "là thư mục": "is a directory",
    "là thiết bị hoặc đường ống, không phải tệp": "is a device or a pipe, not a file",
    "các liên kết trỏ vòng quanh": "the links lead in a circle",
    "liên kết trỏ đến tệp không có": "a link to a file that does not exist",
    "mở quá nhiều tệp": "too many open files",
    "tên quá dài": "the name is too long",
    "không có tệp này": "no such file",
    "hết dung lượng đĩa": "the disk is full",
    "ổ đĩa chỉ cho đọc": "the disk is read-only",
    "không đọc được ({})": "cannot be read ({})",
    "lỗi hệ thống số {}": "system error number {}",
    "không ghi được tệp ({})": "the file cannot be written ({})",
    "{}; tệp cũ còn nguyên": "{}; the old file is unchanged",
    "{}; tệp đang mở ở chương trình khác?": "{}; is it open in another program?",
    "tên tệp không được có dấu hai chấm": "the name of a file must not hold a colon",
    "tên tệp không được kết thúc bằng dấu chấm hoặc dấu cách": (
        "the name of a file must not end with a full stop or a space"
    ),
    "{} là tên thiết bị của Windows, không đặt cho tệp được": (
        "{} is a device of Windows and cannot name a file"
    ),
    # mistakes of mttq
    "{}đề nghị gửi những dòng trên cho tác giả của mttq": "{}please send these lines to the authors of mttq",
    "{}: mttq bị lỗi nội bộ, không đối chiếu được": "{}: not checked, because of a mistake in mttq",
    # the pytest plugin
    "{}: không có tệp này": "{}: no such file",
    "{}: không đọc được số liệu nào; xem: mttq read": "{}: no figure could be read; see: mttq read",
    "chưa đủ số liệu để đối chiếu ({}): {}": "required figures are missing ({}): {}",
    "không áp dụng": "does not apply",
}
