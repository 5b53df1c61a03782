"""What errors say, by the Vietnamese that stands where they are raised."""

from typing import Final

__all__ = ["ERRORS"]

ERRORS: Final[dict[str, str]] = {
    # what several errors say
    "có phải “{}”?": "did you mean “{}”?",
    "có phải {}?": "did you mean {}?",
    "ví dụ: {}": "write it like {}",
    "không có ngôn ngữ {}; chọn một trong: {}": "no language {}; choose one of: {}",
    # arguments and fields
    "{}: cần {}; đã nhận {}{}": "{}: expected {}; got {}{}",
    "{}: cần một trong: {}; đã nhận {}{}": "{}: expected one of: {}; got {}{}",
    "{} hoặc {}": "{} or {}",
    "{} không âm": "{}, 0 or more",
    "{} từ {} trở lên": "{}, {} or more",
    "{} không quá {}": "{}, at most {}",
    "{} từ {} đến {}": "{} from {} to {}",
    "True hoặc False": "True or False",
    "chuỗi (str)": "a text (str)",
    "ngày (date)": "a day (date)",
    "số thập phân hữu hạn (Decimal)": "a finite decimal number (Decimal)",
    "{} các {}": "{}, each figure {}",
    "danh sách các {}": "a list, each item {}",
    "không được để trống": "must not be blank",
    "không được quá {} chữ số": "must not have more than {} digits",
    "có nửa ký tự (surrogate), không tệp nào chứa được": (
        "has half a character (surrogate); no file can hold it"
    ),
    "không kiểm tra được kiểu {}": "the type {} cannot be checked",
    "float không giữ đúng số liệu: dùng int hoặc Decimal": (
        "a float does not keep figures exactly: use int or Decimal"
    ),
    "danh sách các {}: cần viết tuple[…, ...]": "a list, each item {}: write tuple[…, ...]",
    "không có “{}”{}": "nothing is called “{}”{}",
    "báo cáo không có gì ở “{}”": "the report has nothing at “{}”",
    "không có đơn vị “{}”{}": "no unit “{}”{}",
    "không có cột cho cấp {}": "no column for the level {}",
    "UnitName.{}: không thể là {}": "UnitName.{}: cannot be {}",
    "mẫu số bằng 0 thì không có tỷ lệ phần trăm": "a denominator of 0 gives no percentage",
    "Quantity: cận trên {} nhỏ hơn cận dưới {}": "Quantity: the upper end {} is less than the lower end {}",
    "Quantity: upper đi với qualifier=RANGE và chỉ với nó": (
        "Quantity: upper goes with qualifier=RANGE, and only with it"
    ),
    "Quantity: above và below chỉ đi với qualifier=RANGE": (
        "Quantity: above and below go with qualifier=RANGE only"
    ),
    "Quantity: noun chỉ đi với unit=None": "Quantity: noun goes with unit=None only",
    "cần ít nhất năm hoặc tháng": "at least a year or a month is needed",
    "có ngày thì phải có tháng": "a day needs its month",
    "không có năm {}": "there is no year {}",
    "không có tháng {}": "there is no month {}",
    "không có ngày {}": "there is no {}",
    "{} không phải ngày dạng ISO": "{} is not a date in ISO form",
    "cần đầu kỳ hoặc cuối kỳ": "a period needs a start or an end",
    "đầu kỳ {} sau cuối kỳ {}": "the start {} is after the end {}",
    "{}..{} không phải kỳ loại {}": "{}..{} is not of the kind {}",
    "một năm không có quý {}": "a year has no quarter {}",
    "một năm không có nửa năm thứ {}": "a year has no half {}",
    "{} không rõ năm": "{} has no known year",
    # notation of numbers and money
    "không phải số viết theo cách của Việt Nam": "not a number in Vietnamese notation",
    "không phải tỷ lệ phần trăm viết theo cách của Việt Nam": "not a percentage in Vietnamese notation",
    "số quá {} chữ số không còn ý nghĩa": "a number of more than {} digits has no meaning",
    "ô trống không phải là số": "a blank is not a number",
    "để trống nghĩa là chưa báo cáo, không phải 0": "a blank means not reported, not 0",
    "dấu gạch không phải là số": "a dash is not a number",
    "nếu là không có gì thì viết 0": "if there is none, write 0",
    "có chữ đi kèm thì dùng parse_quantity": "with words beside it, use parse_quantity",
    "decimals={}, pad={}: cần từ 0 trở lên": "decimals={}, pad={}: expected 0 or more",
    "{} không phải là số để viết ra": "{} is not a number that can be written",
    "format_percent: cần một Share, hoặc tử số và mẫu số": (
        "format_percent: expected a Share, or numerator and denominator"
    ),
    "thiếu đơn vị tiền": "no unit of money",
    "không phải một số tiền": "not an amount of money",
    "số tiền phải tròn đồng": "an amount of money must be a whole number of đồng",
    "các bậc tỷ, triệu, nghìn phải ghi từ lớn đến nhỏ": (
        "“tỷ”, “triệu” and “nghìn” must go from large to small"
    ),
    "không có từ chỉ bậc {}": "no word multiplies by {}",
    "không phải cách đọc đầy đủ của một số nguyên": "not the full reading of a whole number",
    "viết đủ các hàng, ví dụ {}": "write every class, such as {}",
    "không phải một số tiền bằng chữ": "not an amount of money in words",
    "ghi cả chữ “đồng” ở cuối": "write “đồng” at the end",
    # notation of quantities and units
    "“{}” chỉ đếm bằng số nguyên": "“{}” is counted in whole numbers only",
    "“{}” không đi với một khoảng": "“{}” does not go with a range",
    "khoảng giá trị phải từ 0 trở lên": "a range must be 0 or more",
    "không rõ đầu dưới của khoảng": "the lower end of the range is not clear",
    "không rõ đầu trên của khoảng": "the upper end of the range is not clear",
    "đầu dưới của khoảng lớn hơn đầu trên": "the lower end of the range is above the upper end",
    "không phải một số lượng": "not a quantity",
    "có nhiều số": "more than one number",
    "dùng parse_slashed hoặc find_quantities": "use parse_slashed or find_quantities",
    "không rõ các số trước tính theo gì": "the unit of the first numbers is not clear",
    "ghi đơn vị cho từng số": "write the unit of each number",
    "cần hai số đếm cách nhau bằng dấu /": "expected two counts separated by /",
    "không rõ đơn vị tính": "the unit is not clear",
    "Nouns: {} có hai lần": "Nouns: {} stands there twice",
    "không đọc được tên đơn vị": "not the name of a unit",
    "không rõ “{}”": "“{}” is not clear",
    "cần một dòng gồm tên cột và chữ": "must be a row of texts by the names of their columns",
    "cần viết dạng chữ": "must be a text",
    "dùng find_units để tìm trong câu": "use find_units to search a sentence",
    "không nói việc sáp nhập đơn vị": "no merger of units is described",
    "không rõ đơn vị nào nhập thành đơn vị nào": "it is not clear which units merge into which",
    # notation of dates and documents, encodings
    "không phải ngày đầy đủ": "not a full date",
    "đây là tháng, dùng parse_period": "this is a month: use parse_period",
    "đây là quý, dùng parse_period": "this is a quarter: use parse_period",
    "đây là năm, dùng parse_period": "this is a year: use parse_period",
    "đây là nhiệm kỳ, dùng parse_period": "this is a term of office: use parse_period",
    "đây là một kỳ, dùng parse_period": "this is a period: use parse_period",
    "thiếu năm, dùng parse_period": "the year is missing: use parse_period",
    "dùng .date()": "use .date()",
    "không đọc được ngày hoặc kỳ": "not a date or a period",
    "không biết ngày liền trước": "the day before is not known",
    "ghi theo thứ tự ngày/tháng/năm": "the order is day/month/year",
    "ghi đủ năm ở mỗi đầu": "write the year at both ends",
    "viết năm đủ bốn chữ số": "write the year with four digits",
    "đây là một khoảng dài, không phải thời điểm": "this is a duration, not a point in time",
    "chỉ có một số: viết thêm tháng, năm": "only one number: add month and year",
    "chỉ có năm của ngày cuối, viết ra sẽ thành năm của cả hai": (
        "only the end has a year, which in writing would become the year of both"
    ),
    "đây là ngày âm lịch": "this is a day of the lunar calendar",
    "viết ngày dương lịch": "write the day of the solar calendar",
    "có nhiều ngày hoặc kỳ": "more than one date or period",
    "dùng find_dates để đọc từng kỳ": "use find_dates to read each",
    "không tìm thấy văn bản nào": "no document found",
    "ví dụ cách ghi: {}": "write it like {}",
    "văn bản chưa có số": "the document has no number yet",
    "điền số rồi đọc lại": "fill in the number first",
    "có {} văn bản": "documents found: {}",
    "dùng find_documents để đọc từng văn bản": "use find_documents to read each",
    "đã là tiếng Việt Unicode": "already Unicode",
    "không chuyển mã thêm lần nữa": "do not convert twice",
    "không nhận ra mã TCVN3 hay VNI": "neither TCVN3 nor VNI is recognised",
    "nếu biết rõ mã, ghi {}": "if you know the encoding, write {}",
    # of a whole file
    "Báo cáo": "Report",
    "{}: chưa đọc được, có {} chỗ chưa đúng": "{}: cannot be read (problems: {})",
    "  … và {} chỗ nữa": "  … and {} more",
    "tệp trống": "the file is empty",
    "{}, mỗi tệp một báo cáo": "{}, one report per file",
    "đây là {}, không phải báo cáo dạng JSON; {}": "this is {}, not a report in JSON; {}",
    "cần tệp JSON như lệnh mttq schema mô tả": "expected a JSON file as “mttq schema” describes",
    "tệp không phải UTF-8 ({}); cần lưu lại với mã UTF-8": "not UTF-8 ({}); save it as UTF-8",
    "có thể là UTF-16": "looks like UTF-16",
    "từ byte thứ {}": "from byte no. {}",
    "tệp không phải UTF-8: {} chỉ là nửa ký tự": "not UTF-8: {} is only half a character",
    "danh sách, đối tượng lồng nhau quá nhiều cấp": "arrays and objects are nested too deeply",
    "sai cú pháp JSON ở dòng {}, cột {}: {}{}": "invalid JSON at line {}, column {}: {}{}",
    "tệp có thể bị thiếu phần cuối": "the file may be truncated",
    "cần một giá trị": "expected a value",
    "cần tên khóa trong dấu nháy kép": "expected a key in double quotes",
    "cần dấu hai chấm": "expected a colon",
    "cần dấu phẩy, hoặc dấu đóng": "expected a comma or a closing bracket",
    "thừa dấu phẩy trước dấu đóng": "extra comma before a closing bracket",
    "thừa nội dung sau dấu đóng cuối cùng": "extra content after the last closing bracket",
    "chuỗi chưa có dấu nháy đóng": "the text has no closing quote",
    "trong chuỗi có dấu xuống dòng hoặc ký tự điều khiển": (
        "a text holds an end of line or a control character"
    ),
    "trong chuỗi, dấu \\ phải viết hai lần": "in a text, \\ must be written twice",
    "thiếu số phiên bản của tệp; thêm {}": "missing schema version; add {}",
    "tệp theo phiên bản {}; mttq đang cài đọc được đến phiên bản {}; cần cập nhật mttq": (
        "the file uses schema version {}; this mttq reads up to {}; update mttq"
    ),
    "tệp Word (.docx)": "a Word file (.docx)",
    "tệp Excel (.xlsx)": "an Excel file (.xlsx)",
    "tệp Excel (.xlsb)": "an Excel file (.xlsb)",
    "tệp PowerPoint (.pptx)": "a PowerPoint file (.pptx)",
    "tệp văn bản OpenDocument (.odt)": "an OpenDocument text (.odt)",
    "bảng tính OpenDocument (.ods)": "an OpenDocument spreadsheet (.ods)",
    "tệp nén (.zip)": "an archive (.zip)",
    "tệp Office có mật khẩu": "an Office file with a password",
    "tệp Word đời cũ (.doc)": "an old Word file (.doc)",
    "tệp Excel đời cũ (.xls)": "an old Excel file (.xls)",
    "tệp Office đời cũ": "an old Office file",
    "tệp PDF": "a PDF file",
    "tệp văn bản RTF": "an RTF file",
    "tệp nén (.rar)": "an archive (.rar)",
    "tệp nén (.7z)": "an archive (.7z)",
    "tệp nén (.gz)": "an archive (.gz)",
    "ảnh PNG": "a PNG image",
    "ảnh JPEG": "a JPEG image",
    "trang web (HTML)": "a web page (HTML)",
    "tệp XML": "an XML file",
    # of a value in a file
    "cần {}; trong tệp là {}{}": "expected {}; found {}{}",
    "nếu để trống thì bỏ khóa này khỏi tệp": "to leave it blank, omit the key",
    "{}, không đặt trong dấu nháy (ví dụ {})": "{}, without quotes, such as {}",
    "số không quá {} chữ số (số dài hơn không còn ý nghĩa)": (
        "a number of at most {} digits (a longer one has no meaning)"
    ),
    "chữ đặt trong dấu nháy": "a text in quotes",
    "{}, không để trống": "{}, not blank",
    "true hoặc false": "true or false",
    "danh sách […]": "an array […]",
    "đối tượng {…}": "an object {…}",
    "danh sách {} phần tử": "an array of length {}",
    "{} ({} chữ số)": "{} ({} digits)",
    "danh sách {} số nguyên không âm (ví dụ {})": "an array of {} whole numbers, 0 or more, such as {}",
    "số thập phân đặt trong dấu nháy, dùng dấu chấm trước phần thập phân (ví dụ {})": (
        "a decimal in quotes with a point, such as {}"
    ),
    "ngày dạng {}": "a date such as {}",
    "thời điểm, dạng {}": "a date or a part of one, such as {}",
    "trong tệp là {}{}; {}": "unknown value {}{}; {}",
    "giá trị dùng được: {}": "known values: {}",
    "không có khóa {}{}": "unknown key {}{}",
    "các khóa dùng được: {}": "known keys: {}",
    "không có khóa này": "unknown key",
    "thiếu khóa, hoặc có khóa lạ": "missing or unknown key",
    "thiếu khóa bắt buộc": "missing required key",
    "khóa bắt buộc, không được để null": "required; must not be null",
    "khóa ghi hai lần trong cùng một đối tượng": "duplicate key",
    "không có mã biểu {}{}; {}": "unknown form {}{}; {}",
    "các mã dùng được: {}": "known codes: {}",
    # files as Python reads and writes them
    "on_error: cần {} hoặc một hàm; đã nhận {}": "on_error: expected {} or a function; got {}",
    "load_many: cần các đường dẫn hoặc lines=, một trong hai": (
        "load_many: expected paths or lines=, one of the two"
    ),
    "load_many: cần nhiều đường dẫn hoặc nhiều dòng; một tệp JSON lines thì mở bằng open()": (
        "load_many: expected several paths or lines; open() a file of JSON lines"
    ),
    "load_many: processes= cần each=, vì báo cáo không gửi giữa các tiến trình": (
        "load_many: processes= needs each=, because reports are not sent between processes"
    ),
    "{}: có số quá {} chữ số thập phân hoặc quá {} chữ số nguyên": (
        "{}: holds a figure with more than {} decimals or more than {} digits before them"
    ),
    "để đọc tệp thì dùng load": "to read a file, use load",
    "tệp báo cáo không chứa được kiểu {}": "no report file can hold the type {}",
    "cần viết {} thẳng vào kiểu của trường": "write {} directly in the type of the field",
    "trong tệp không phân biệt được {} và {}": "a file cannot distinguish {} from {}",
    "{}: khóa “{}” trong tệp dành cho mã biểu": "{}: the key “{}” of a file is kept for the code of the form",
    # rules and waivers
    "không có quy tắc mã “{}”{}": "no rule matches “{}”{}",
    "chọn theo mã bằng Profile(select=…)": "choose by code with Profile(select=…)",
    "theo mã thì ghi {mã: lý do}": "by code, write {code: reason}",
    "Digest: biểu {} có dòng khác với biểu của báo cáo; lập lại Digest từ báo cáo": (
        "Digest: form {} has other lines than that of the report; make the digest of the report again"
    ),
    "Digest: chưa khai báo biểu {}; nạp mô-đun của biểu": (
        "Digest: form {} is not declared here; import its module"
    ),
    "Digest: của phiên bản khác của mttq; lập lại Digest từ báo cáo": (
        "Digest: of another version of mttq; make the digest of the report again"
    ),
    "cần thư viện {}; cài bằng: {}": "this needs the library {}; install it by: {}",
    "chỉ ghi được nhận xét vào tệp {}": "comments can only be written into files of these kinds: {}",
    "tệp không có phiếu đề nghị rà soát của mttq": "the file has no review sheet of mttq",
    "dòng {}: phần ẩn của phiếu đã bị sửa": "line {}: the hidden part of the sheet was changed",
    "giải trình cho {}: cần ghi lý do": "waiver of {}: a reason is required",
    "giải trình cho {}: cần ghi “tên=số liệu”; đã nhận {}": "waiver of {}: expected “name=figure”; got {}",
    # of rules
    "{}: cần một số, không phải {}": "{}: expected a number, got {}",
    "{}: ghi {}={}, không phải {}": "{}: write {}={}, not {}",
    "{}: khoản, điểm phải kèm số của điều": "{}: a clause or a point needs the number of its article",
    "{}: {} không phải PASSED, Unverifiable hay Breach": "{}: {} is not PASSED, Unverifiable or Breach",
    "{} phải là {}, không phải {}": "{} must be {}, not {}",
    "report là vị trí của báo cáo, 0 đến {}, không phải {}": "report is the index of one, 0 to {}, not {}",
    "{}: câu báo cần {}, args của Breach không có": "{}: the message needs {}; args of the Breach lacks it",
    "cấp của quy tắc là 0 đến {}, không phải {}": "the level of a rule is 0 to {}, not {}",
    "{}: thiếu tên hoặc câu báo bằng tiếng Việt": "{}: the Vietnamese title or message is missing",
    "Quy tắc trong tệp {}": "Rules of the file {}",
    "mỗi quy tắc là một bảng [[rule]]": "each rule is a table [[rule]]",
    "quy tắc thứ {}": "rule {}",
    "cuối tệp": "end of the file",
    "không phải UTF-8; hãy lưu tệp với mã UTF-8": "not UTF-8; save the file as UTF-8",
    "viết sai TOML: {}": "not TOML: {}",
    "không có khóa “{}”{}": "no key “{}”{}",
    "nhiều nhất {} quy tắc trong một tệp, không phải {}": "at most {} rules in a file, not {}",
    "nhiều nhất {} số hạng, không phải {}": "at most {} terms, not {}",
    "một chuỗi có chữ": "a text",
    "một số": "a number",
    "một đường dẫn": "a path",
    "một trong: {}": "one of: {}",
    "đường dẫn, số, hoặc danh sách của chúng": "a path, a number, or a list of them",
    "một số không âm": "a number from 0 on",
    "một điều kiện, như {}": "a condition, such as {}",
    "thiếu “{}”": "“{}” is missing",
    "{} là nhóm quy tắc của mttq; hãy đặt mã khác, như {}": (
        "{} is a family of mttq; use another code, such as {}"
    ),
    "{} cần hai đường dẫn: của phần và của toàn bộ": "{} needs two paths: of the part and of the whole",
    "{} không cần “right”": "{} needs no “right”",
    "{} cần low hoặc high": "{} needs low or high",
    "chỉ dùng với {}": "for {} alone",
    "{} cần đường dẫn, không phải số": "{} needs paths, no numbers",
    "không có {}; chỉ ghi {}": "no {}; write only {}",
    "“{}” không có ở cấp nào": "no level has “{}”",
    "“{}”: phải là đường dẫn từ báo cáo": "“{}”: must be a path from the report",
    "english cần (tên, câu báo), không phải {}": "english must be (title, message), not {}",
    "{}: thiếu căn cứ": "{}: no basis is given",
    "{}: chỉ căn cứ đã xác nhận mới được báo lỗi": "{}: only a confirmed basis may make an error",
    "{}: thiếu lời giải thích (docstring)": "{}: the docstring is missing",
    "mã quy tắc phải là chữ hoa rồi chữ số, như {}, không phải {}": (
        "the code of a rule must be capitals and then digits, as in {}, not {}"
    ),
    "mã {} của một quy tắc đã thôi dùng, cần đặt mã khác": "{} was the code of a retired rule; use another",
    "câu báo {} viết sai: {}": "the message {} is malformed: {}",
    "hai quy tắc cùng mã {}": "two rules have the code {}",
    "{}: không nạp được ({})": "{}: cannot be loaded ({})",
    "{}: không có quy tắc nào": "{}: holds no rule",
    "nhiều báo cáo thì dùng check_all": "for several reports, use check_all",
    # of forms
    "{}: dòng nào cũng có thể để trống, viết {} | None": "{}: every row may be blank; write {} | None",
    "{}: dòng nhiều cột để trống ở từng ô, viết {}, không có | None": (
        "{}: a row of several columns is blank in each cell; write {}, without | None"
    ),
    "{}: trên đó không còn khối nào": "{}: there is no section above",
    "{}: section() cần một lớp @attrs.frozen, không phải {}": "{}: section() needs a class of attrs, not {}",
    "{}: @form đứng trên @attrs.frozen(kw_only=True)": "{}: @form goes above @attrs.frozen(kw_only=True)",
    "mã biểu {} đã có ({})": "the form code {} is taken ({})",
    "mã biểu {} không được trống hoặc có dấu chấm": "the form code {} must not be blank or hold a point",
    "{}: tiers=True nhưng không có dòng nào là Tiered": "{}: tiers=True, but no row is Tiered",
    "{}: số thứ tự lặp: {}": "{}: numbers of rows repeat: {}",
    "{}: dòng {}": "{}: row {}",
    "{}: thiếu tên": "{}: the name is missing",
    "{}: cần tên của {} phần": "{}: names of {} parts are needed",
    "{} có nhiều phần, không thể là một tổng": "{} has several parts and cannot be a sum",
    "{}: không có dòng “{}”{}": "{}: there is no row “{}”{}",
    "{}: @columns đứng trên @attrs.frozen(kw_only=True)": "{}: put @columns over @attrs.frozen(kw_only=True)",
    "{}: mỗi trường của lớp @columns là một column()": "{}: each field of a class of @columns is a column()",
    "{}: mỗi cột giữ một số, cần tách thành nhiều cột": "{}: a column holds one figure; split it",
    "{}: tỷ lệ ghi ở từng cột bên trong": "{}: say of each column inside what share it is",
    "{}: chỉ đánh dấu được giữa các giá trị của một Enum": "{}: only the values of an Enum can be ticked",
    "{}: chỉ số tiền mới in theo {}": "{}: only money is printed in {}",
    "{}: chỉ dòng có nhiều cột mới có {}": "{}: only a row with several columns has {}",
    "{}: table() cần tuple[…, ...] các lớp @columns, không phải {}": (
        "{}: table() needs tuple[…, ...] of classes of @columns, not {}"
    ),
    "mỗi giá trị chỉ ghi một lần": "each value may be written once only",
    "{}: dòng “{}” khác số cột": "{}: row “{}” has other columns",
    "không cộng được “{}” ({})": "cannot add up “{}” ({})",
    "không so được với “{}” ({})": "cannot compare with “{}” ({})",
    "là số phát sinh, không thể là tổng của “{}” là số dư": (
        "is a flow and cannot be the sum of “{}”, which is a balance"
    ),
    # of reports, records, tables
    "Report: một biểu chỉ có một lần, ở đây có nhiều lần {}": (
        "Report: a form may stand there once; several times: {}"
    ),
    "“{}” là {} ({}), không phải {}": "“{}” is {} ({}), not {}",
    "số liệu": "a figure",
    "một dòng phải là chuỗi (str) không xuống dòng, không phải {}": (
        "a line must be a text (str) without an end of line, not {}"
    ),
    "UnitRef.of: {} không nói rõ loại đơn vị": "UnitRef.of: {} does not say the kind of unit",
    "{}: loại khác thì called phải ghi cách gọi, như in": (
        "{}: for another kind, called must say how it is called in print"
    ),
    "không in được {}; cần {}": "{} cannot be printed; expected {}",
    "biểu, Report, bản ghi của mttq.model, Findings, Finding hoặc Table": (
        "a form, Report, a record of mttq.model, Findings, Finding or Table"
    ),
    "Table: dòng {} có {} ô, bảng có {} cột": "Table: cells in row {}: {}; columns of the table: {}",
    # of checks, profiles, samples
    "có: {}": "known: {}",
    "không có tham số nào": "it has no parameters",
    "{} không có {}{}": "{} has no {}{}",
    "không có bộ quy tắc {}{}": "no profile {}{}",
    "chọn một trong: {}": "choose one of: {}",
    "cần cập nhật mttq": "update mttq",
    "ghi {}": "write {}",
    "bản mttq này đọc được tệp phiên bản {}; {}": "this mttq reads files of version {}; {}",
    "size phải là số nguyên ≥ 1, không phải {}": "size must be a whole number from 1 on, not {}",
    "không điền được “{}”: các quan hệ của số này trái nhau": (
        "cannot fill in “{}”: its relations contradict each other"
    ),
    "không có lỗi mẫu nào cho {}": "no planted fault for {}",
    "waive và waivers là một, chỉ dùng waivers": "waive and waivers are the same; use waivers only",
    "{} chưa được khai báo bằng @form": "{} is not declared with @form",
    "dòng {}: {}": "line {}: {}",
    # of relations
    "“{}” không phải đường dẫn của quan hệ": "“{}” is not a path of a relation",
    "“{}” không phải điều kiện, như {}": "“{}” is not a condition, such as {}",
    "{}: cần ít nhất một giới hạn": "{}: at least one bound is needed",
    "giới hạn dưới lớn hơn giới hạn trên": "the lower bound is above the upper one",
    "{}: giới hạn dưới lớn hơn giới hạn trên": "{}: the lower bound is above the upper one",
    "{}: cần ít nhất một đường dẫn": "{}: at least one path is needed",
    "quan hệ: {} không phải đường dẫn; dấu … chỉ đứng cuối một tổng": (
        "relation: {} is not a path; … stands at the end of a sum only"
    ),
    "“{}” chỉ viết được trong biểu": "“{}” can be written in a form only",
    "“{}”: trên đó không còn gì": "“{}”: there is nothing above",
    "“{}” không phải danh sách": "“{}” is not a list",
    "“{}” không phải số liệu": "“{}” is not a figure",
    "“{}” không phải ngày": "“{}” is not a day",
    "điều kiện chỉ viết được ở bản ghi": "a condition can be written on a record only",
    "“{}” là tổng của chính nó": "“{}” is a sum of itself",
    "ngày chỉ so được với một ngày khác": "a day can be compared with another day only",
    "“<…” chỉ viết được trong same_as": "“<…” can be written in same_as only",
    "“<…” cần bảng có key= để biết dòng nào là của ai": "“<…” needs a table with key=, to tell lines apart",
    "số phát sinh không thể là tổng của “{}” là số dư": "a flow cannot be the sum of “{}”, a balance",
}
