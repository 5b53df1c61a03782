"""What is said of office files, by the Vietnamese: places, notes, and why one cannot be read."""

from typing import Final

__all__ = ["READING"]

READING: Final[dict[str, str]] = {
    # places
    "trang tính {}": "sheet {}",
    "ô {}": "cell {}",
    "bảng {}": "table {}",
    "cột {}": "column {}",
    "đoạn {}": "paragraph {}",
    # notes
    "trang tính {} bị ẩn, không đọc số liệu": "sheet {} is hidden; its figures are not read",
    "tệp có macro; macro không được chạy": "the file has macros; none was run",
    "tệp liên kết ra ngoài ({}); không liên kết nào được mở": "it links to other files ({}); none was opened",
    "tệp nhúng một tệp khác, phần đó không được đọc": "the file embeds another, which is not read",
    "tệp viết bằng phông chữ cũ, đã chuyển sang Unicode": "the file is in an old font; read as Unicode",
    "phần lời có dữ liệu cá nhân ({}); không cần phần lời thì đọc với {}": (
        "the text holds personal data ({}); where it is not needed, read with {}"
    ),
    "đã đọc {} chỗ sửa đổi như đã chấp nhận": "{} tracked changes were read as accepted",
    "“{}” đã bị xóa, đọc “{}”": "“{}” was deleted; “{}” is read",
    # why a file cannot be read
    "phần {} quá lớn so với một báo cáo": "part {} is larger than that of any report",
    "tệp .doc kiểu cũ; đề nghị mở bằng Word hoặc LibreOffice rồi lưu thành .docx": (
        "an old .doc file; open it in Word or LibreOffice and save it as .docx"
    ),
    "tệp .rtf không đọc được; đề nghị lưu thành .docx": "an .rtf file cannot be read; save it as .docx",
    "tệp .xls kiểu cũ; đề nghị mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx": (
        "an old .xls file; open it in Excel or LibreOffice and save it as .xlsx"
    ),
    "tệp OpenDocument này không phải văn bản hay bảng tính": (
        "this OpenDocument file is neither a text nor a spreadsheet"
    ),
    "đọc PDF cần thư viện {}; cài bằng: {}; hoặc xin tệp Word, Excel gốc": (
        "a PDF needs the library {}; install it by: {}; or ask for the Word or Excel file it was made from"
    ),
    "tệp PDF không có chữ, chỉ có ảnh; đề nghị xin tệp Word hoặc Excel gốc": (
        "the PDF holds no text, only pictures; ask for the Word or Excel file it was made from"
    ),
    "tệp PDF: chỉ đọc bảng có kẻ ô, không đọc tên cơ quan ở đầu trang": (
        "a PDF: only ruled tables are read, and no name of the body at its head"
    ),
    "tệp chứa hai phần cùng tên, không rõ phần nào là thật; có thể là mã độc": (
        "the file has two parts of one name, and it is not clear which is the true one; it may be malicious"
    ),
    "tệp có khai báo DTD, tệp văn phòng không bao giờ có; có thể là mã độc": (
        "the file declares a DTD, which no office file does; it may be malicious"
    ),
    "tệp có quá nhiều ô so với một báo cáo": "the file has more cells than any report",
    "tệp có đuôi {} nhưng không phải tệp ấy; đề nghị lưu lại từ Word hay Excel": (
        "the file is named {} but is none; save it again from Word or Excel"
    ),
    "tệp hỏng ({})": "the file is damaged ({})",
    "tệp hỏng hoặc bị cắt cụt; đề nghị mở và lưu lại, hoặc xin gửi lại": (
        "the file is damaged or cut short; open and save it again, or ask for it again"
    ),
    "tệp hỏng, không phải XML đúng ({})": "the file is damaged: no well-formed XML ({})",
    "tệp không có tên báo cáo; cần ghi title=": "the file has no title; give title=",
    "tệp không nói rõ đơn vị báo cáo; cần ghi unit=": "the file does not say which unit reports; give unit=",
    "tệp không phải văn bản": "the file is no text",
    "tệp lồng quá sâu hoặc quá lớn so với một báo cáo": "the file is deeper or larger than any report",
    "tệp nén này không phải tệp Word, Excel hay OpenDocument": (
        "this zip file is no file of Word, Excel or OpenDocument"
    ),
    "tệp quá lớn so với một báo cáo": "the file is larger than any report",
    "tệp thiếu phần {}": "part {} of the file is missing",
    "tệp được đặt mật khẩu; đề nghị bỏ mật khẩu rồi lưu lại": (
        "the file is locked with a password; remove it and save the file again"
    ),
    "“{}” không nói rõ loại đơn vị; cần ghi trong hints.sheets": (
        "“{}” does not say of which kind the unit is; say it in hints.sheets"
    ),
    # hints
    "chỉ có: {}": "there are only: {}",
    "cần chuỗi, null hoặc danh sách chuỗi": "must be a text, null or a list of texts",
    "cần một đối tượng JSON": "must be a JSON object",
    "khóa lạ; chỉ có: {}": "unknown key; there are only: {}",
    "không phải JSON: {}": "no JSON: {}",
}
