"""What errors say, by the Vietnamese that stands where they are raised."""

from typing import Final

__all__ = ["ERRORS_EN"]

ERRORS_EN: Final[dict[str, str]] = {
    # of several kinds of errors
    "có phải “{}”?": "did you mean “{}”?",
    "không có ngôn ngữ {}; chọn một trong: {}": "no language {}; choose one of: {}",
    # of rules
    "{}: cần một số, không phải {}": "{}: expected a number, got {}",
    # of files
    "Báo cáo": "Report",
    "{}: chưa đọc được, có {} chỗ chưa đúng": "{}: cannot be read (problems: {})",
    "  … và {} chỗ nữa": "  … and {} more",
    "{}: ghi {}={}, không phải {}": "{}: write {}={}, not {}",
    "{}: khoản, điểm phải kèm số của điều": "{}: a clause or a point needs the number of its article",
}
