"""What mttq's rules say in Vietnamese: (title, message) by code.

Messages are courteous, short and addressed to the office; `{name}` is filled with the breach's figures.
"""

from typing import Final

__all__ = ["RULES_VI"]

RULES_VI: Final[dict[str, tuple[str, str]]] = {
    "AGG001": (
        "Số của cấp trên bằng cộng các đơn vị",
        "Ghi {total}, cộng các đơn vị được {sum}",
    ),
    "AGG002": (
        "Số của cấp trên không ít hơn cộng các đơn vị",
        "Ghi {total}, riêng {reports} đơn vị đã báo cáo cộng được {sum}",
    ),
    "AGG003": (
        "Tỷ lệ được tính lại từ tử số và mẫu số",
        "Ghi {share}; tính từ các đơn vị {part}/{whole} là {exact}%",
    ),
    "AGG004": (
        "Hoạt động phối hợp chỉ tính một lần",
        "Hoạt động này cũng có trong báo cáo của {other}; đề nghị xem có cộng trùng",
    ),
    "AGG005": (
        "Số của đơn vị mới bằng cộng các đơn vị cũ",
        "Ghi {total}, cộng các đơn vị cũ được {sum}",
    ),
    "AGG006": (
        "Có đủ báo cáo của các đơn vị",
        "Thiếu {missing} trong {expected} báo cáo: {units}",
    ),
    "AGG007": (
        "Tỷ lệ tính từ các đơn vị được làm tròn, không cắt bớt",
        "Từ các đơn vị {part}/{whole}, làm tròn là {rounded}; báo cáo ghi {share} (cắt bớt chữ số)",
    ),
    "APP001": (
        "Dòng cần hai số ghi đủ hai số",
        "Dòng này cần ghi {parts}, báo cáo chỉ ghi {value}",
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
        "Số {value} nằm ở dòng, cột của cấp trên; đề nghị xem có phải số của cấp mình",
    ),
    "APP006": (
        "Ô trống phân biệt với số 0",
        "Có {blanks} ô để trống trong khi nơi khác ghi 0; đề nghị ghi rõ là không có hay chưa nhập",
    ),
    "APP007": (
        "Số 0 ghi theo một cách",
        "Số 0 được ghi bằng nhiều cách: {spellings}",
    ),
    "APP008": (
        "Số đơn vị không nhiều hơn số đơn vị hiện có",
        "Dòng này đếm đơn vị; địa bàn có {most}, báo cáo ghi {value}; đề nghị nêu rõ số này tính gì",
    ),
    "APP009": (
        "Dòng gồm nhiều loại ghi riêng từng loại",
        "Dòng gồm {parts}, chỉ ghi một số {value}; đề nghị tách riêng",
    ),
    "APP011": (
        "Có đủ các phụ lục mà báo cáo nêu",
        "Báo cáo nêu kỳ số liệu của {form} nhưng chưa có {form}",
    ),
    "APP012": (
        "Việc đã nêu từng cuộc, từng đợt đều được tính vào phụ lục",
        "Phụ lục ghi {reported}, cộng từng cuộc, từng đợt được {recorded}",
    ),
    "CAM001": (
        "Tên cuộc vận động ghi đúng và đang có hiệu lực",
        "Tên “{name}” nên ghi “{right}”",
    ),
    "CAM002": (
        "Số liệu phần lời thống nhất với phụ lục",
        "Phần lời ghi {text}, phụ lục ghi {appendix}",
    ),
    "CAM003": (
        "Số người dự phù hợp với số hội nghị",
        "{total} dự {count} là khác thường",
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
        "Ghi {years} năm nhưng kèm theo {period}",
    ),
    "CAM007": (
        "Số ước trong phần lời gần với số liệu",
        "Phần lời ghi {text}, phụ lục ghi {appendix}; thường “hơn 2,7” là từ 2,7 đến dưới 2,8",
    ),
    "CRI001": (
        "Số cuộc phản biện xã hội bằng tổng các hình thức",
        "Ghi {total} cuộc, cộng các hình thức được {sum}",
    ),
    "CRI002": (
        "Việc phần lời nói chưa tổ chức thì phụ lục ghi 0",
        "Phần lời nói chưa tổ chức ({text}), phụ lục ghi {appendix}",
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
    "CRI010": (
        "Mọi cuộc phản biện, đối thoại có hồ sơ đều được tính vào phụ lục",
        "Phụ lục ghi {reported}, hồ sơ từng cuộc có {recorded}",
    ),
    "CRI011": (
        "Số cuộc phản biện, đối thoại trong phụ lục có đủ hồ sơ",
        "Phụ lục ghi {reported}, hồ sơ từng cuộc chỉ có {recorded}; đề nghị bổ sung hồ sơ nếu còn thiếu",
    ),
    "CRI012": (
        "Dự thảo đến Mặt trận đủ sớm trước ngày trình",
        "Dự thảo nhận ngày {earlier}, trình ngày {later}; quy định cách nhau ít nhất {days} ngày",
    ),
    "CRI013": (
        "Mỗi năm chính quyền cấp xã đối thoại với nhân dân",
        "Hồ sơ {year} có {held} cuộc đối thoại của người đứng đầu chính quyền với nhân dân",
    ),
    "DOC001": (
        "Ký hiệu văn bản viết đúng thể thức",
        "Ký hiệu trong “{raw}” nên viết {symbol}",
    ),
    "DOC002": (
        "Một văn bản ghi một ngày",
        "{symbol} được ghi hai ngày: {first} và {second}",
    ),
    "DOC003": (
        "Ngày ban hành văn bản khớp với danh mục",
        "{symbol} ghi ngày {cited}; theo danh mục, {issuer} ban hành ngày {listed}",
    ),
    "DOC004": (
        "Văn bản viện dẫn có trước báo cáo",
        "Văn bản {document} ban hành sau ngày báo cáo {signed}",
    ),
    "DOC006": (
        "Văn bản viện dẫn đủ để tra cứu",
        "Đề nghị bổ sung ký hiệu hoặc ngày ban hành của “{document}”",
    ),
    "DOC007": (
        "Tên một văn bản ghi thống nhất",
        "{document} được ghi hai tên: “{first}” và “{second}”",
    ),
    "DOC008": (
        "Phần đầu báo cáo đủ các thành phần",
        "Phần đầu báo cáo còn thiếu {parts}",
    ),
    "DOC009": (
        "Cơ quan ký là cơ quan được báo cáo",
        "Báo cáo về {subject}, ký thay mặt {body}",
    ),
    "DOC010": (
        "Nghị quyết sắp xếp cấp xã là của tỉnh mình",
        "{symbol} là nghị quyết của {province}; nghị quyết của {own} là {right}",
    ),
    "FND001": (
        "Số vận động hằng năm phù hợp với tổng nhiều năm",
        "Mỗi năm {yearly}, trong khi {total} của {years} năm là bình quân {mean} đồng mỗi năm; có "
        "thể sai đơn vị tiền",
    ),
    "FND002": (
        "Số dư cuối kỳ bằng số dư đầu kỳ cộng thu trừ chi",
        "Dư đầu kỳ cộng thu trừ chi được {balance}, báo cáo ghi {closing}",
    ),
    "FND004": (
        "Tổng thu, tổng chi bằng cộng các nguồn, các mục",
        "Ghi tổng {total}, cộng các khoản được {sum}",
    ),
    "FND005": (
        "Giá trị mỗi suất quà ở mức thường gặp",
        "{total} cho {count} là khác thường",
    ),
    "FND006": (
        "Số liệu quỹ tính cho cả kỳ báo cáo",
        "Quỹ nêu {years} năm, báo cáo {review} năm",
    ),
    "FND007": (
        "Số ước lượng phù hợp với số chính xác",
        "{text} không phù hợp với {appendix}",
    ),
    "FND008": (
        "Kinh phí làm nhà bằng số nhà nhân mức hỗ trợ",
        "{count} nhà, mỗi nhà {each} là {product}; báo cáo ghi {amount}",
    ),
    "FND009": (
        "Số cấp trên chuyển bằng số cấp dưới nhận",
        "Cấp trên chuyển {sent}, báo cáo ghi nhận {received}",
    ),
    "FND010": (
        "Số dư, số tiền ghi bằng tiền",
        "{amount} không phải số tiền",
    ),
    "FND011": (
        "Số ước của quỹ khớp nhau theo cách ghi thường gặp",
        "Ghi {stated}; hiểu “hơn 2,7” là từ 2,7 đến dưới 2,8 thì các số còn lại cho {side} {bound}",
    ),
    "FND012": (
        "Hiện vật không nằm trong tổng số tiền",
        "Ghi tổng {total}, cộng các khoản tiền được {sum}; chưa rõ {goods} quy ra bao nhiêu tiền",
    ),
    "MEM002": (
        "Số được kết nạp Đảng không nhiều hơn số được giới thiệu",
        "Kết nạp {admitted} người, giới thiệu {nominated}; có thể do khác kỳ",
    ),
    "MEM004": (
        "Số đoàn viên và hội viên không do gõ lặp",
        "{first} và {second} chỉ khác một chữ số; có thể do gõ lặp",
    ),
    "MEM005": (
        "Số cuối kỳ bằng số đầu kỳ cộng kết nạp trừ giảm",
        "Đầu kỳ {opening}, kết nạp {admitted}, giảm {left} thì cuối kỳ là {expected}, báo cáo ghi {closing}",
    ),
    "MEM006": (
        "Tổng số đoàn viên, hội viên bằng cộng các tổ chức",
        "Ghi tổng {total}, cộng các tổ chức được {sum}",
    ),
    "MEM007": (
        "Có số đoàn viên, hội viên kết nạp mới",
        "Có {members} đoàn viên/hội viên nhưng thiếu số kết nạp mới",
    ),
    "MTQ900": (
        "Quyết định chấp nhận còn hiệu lực",
        "Quyết định chấp nhận {code} đã hết hạn ngày {expires}; đề nghị xem xét lại",
    ),
    "MTQ901": (
        "Quyết định chấp nhận còn đúng với số liệu",
        "Quyết định chấp nhận {code} (“{reason}”) không còn ứng với phát hiện nào; đề nghị bỏ",
    ),
    "MTQ999": (
        "Quy tắc đối chiếu được đến hết",
        "Quy tắc {code} bị dừng giữa chừng, phần còn lại chưa được đối chiếu: {error}",
    ),
    "ORG001": (
        "Tổng số vị Ủy ban bằng tổng các thành phần",
        "Ghi {total} vị, cộng các thành phần được {sum}",
    ),
    "ORG002": (
        "Số liệt kê trong ngoặc không nhiều hơn mục của nó",
        "Mục ghi {members} vị nhưng liệt kê {listed}",
    ),
    "ORG003": (
        "Số vị Ủy ban trong khung định hướng",
        "Có {members} vị, ngoài khung từ {least} đến {greatest} vị",
    ),
    "ORG005": (
        "Số trưởng ban công tác Mặt trận không nhiều hơn số thôn",
        "Có {heads} trưởng ban công tác Mặt trận, {villages} thôn",
    ),
    "ORG007": (
        "Cán bộ chuyên trách được phân loại đủ theo trình độ",
        "Đã phân loại {classified} người trên {total} cán bộ chuyên trách",
    ),
    "ORG009": (
        "Số người được tập huấn không nhiều hơn số cán bộ",
        "{trained} người được tập huấn trên {cadres} cán bộ; có thể là lượt người",
    ),
    "ORG010": (
        "Các ban ở cơ sở có số người theo quy định",
        "Ghi {people} {board}; theo {basis} là {norm}",
    ),
    "ORG011": (
        "Mỗi thôn có đủ chi hội trưởng và bí thư chi đoàn",
        "Có {heads} chi hội trưởng, bí thư chi đoàn; {villages} thôn, mỗi thôn {organisations} tổ chức",
    ),
    "PER001": (
        "Số năm tổng kết khớp với kỳ số liệu",
        "Báo cáo nêu {stated} năm, kỳ số liệu dài {reviewed} năm",
    ),
    "PER002": (
        "Các phụ lục cùng một kỳ số liệu",
        "{first} tính {first_period}, {second} tính {second_period}",
    ),
    "PER003": (
        "Nhiệm kỳ có đủ số năm",
        "Thời gian {term} là {length} năm, theo quy định là {years} năm",
    ),
    "PER004": (
        "Số liệu nêu rõ kỳ",
        "Chưa rõ số liệu tính trong thời gian nào",
    ),
    "PER005": (
        "Không cộng lẫn số hằng năm với số lũy kế",
        "{total} là {yearly} của mỗi năm cộng {several} của nhiều năm",
    ),
    "PER006": (
        "Ủy ban còn trong nhiệm kỳ",
        "{term} của Ủy ban kết thúc {ended}, số liệu tính đến {day}",
    ),
    "SUP001": (
        "Số được giải quyết, tiếp thu không nhiều hơn số đã nêu",
        "Đã nêu {made}, số được giải quyết hoặc tiếp thu ghi {met}",
    ),
    "SUP002": (
        "Số cuộc giám sát kèm số đơn vị được giám sát",
        "Có {held} cuộc giám sát nhưng thiếu số đơn vị được giám sát",
    ),
    "SUP004": (
        "Số cuộc giám sát mỗi năm ở mức thường gặp",
        "{total} trong {count} năm là khác thường",
    ),
    "SUP005": (
        "Số liệu tính từ khi có văn bản",
        "Số liệu tính từ {start}, trước văn bản ngày {decided}",
    ),
    "SUP010": (
        "Mọi cuộc giám sát có hồ sơ đều được tính vào phụ lục",
        "Phụ lục ghi {reported}, hồ sơ từng cuộc có {recorded}",
    ),
    "SUP011": (
        "Số cuộc giám sát trong phụ lục có đủ hồ sơ",
        "Phụ lục ghi {reported}, hồ sơ từng cuộc chỉ có {recorded}; đề nghị bổ sung hồ sơ nếu còn thiếu",
    ),
    "SUP012": (
        "Các cuộc giám sát, phản biện, đối thoại nằm trong kỳ báo cáo",
        "Ngày {date} nằm ngoài kỳ báo cáo ({period})",
    ),
    "SUP013": (
        "Kế hoạch giám sát gửi đủ sớm",
        "Kế hoạch gửi ngày {earlier}, đoàn làm việc ngày {later}; quy định cách nhau ít nhất {days} ngày",
    ),
    "SUP014": (
        "Đơn vị được giám sát gửi báo cáo đủ sớm",
        "Báo cáo nhận ngày {earlier}, đoàn làm việc ngày {later}; quy định cách nhau ít nhất {days} ngày",
    ),
    "SUP015": (
        "Trưởng đoàn giám sát báo cáo kết quả đúng hạn",
        "Kết thúc ngày {earlier}, báo cáo kết quả ngày {later}; quy định không quá {days} ngày",
    ),
    "TRD001": (
        "Số lũy kế không giảm",
        "Lũy kế giảm từ {old} xuống {new}",
    ),
    "TRD002": (
        "Số tăng, giảm như các đơn vị khác",
        "Kỳ trước {old}, kỳ này {new}: thay đổi gấp {times} lần mức chung",
    ),
    "TRD004": (
        "Số liệu không phải ước bình quân nhân với số năm",
        "{odd} trong {counts} số liệu của phụ lục là bội của {years}; đề nghị nêu nguồn số liệu",
    ),
    "TRD005": (
        "Số liệu là số đếm, không phải số làm tròn",
        "{odd} trong {counts} số liệu của phụ lục có chữ số cuối là 0 hoặc 5; đề nghị nêu nguồn số liệu",
    ),
    "TRD006": (
        "Số không lệch nghìn, triệu lần so với kỳ trước",
        "Kỳ trước {old}, kỳ này {new}; đề nghị xem có lệch đơn vị tính {scale} lần",
    ),
    "TXT001": (
        "Số trong phần lời viết theo lối Việt Nam",
        "Số “{number}” có thể đọc hai cách; đề nghị dùng dấu chấm cho hàng nghìn, dấu phẩy cho phần lẻ",
    ),
    "TXT002": (
        "Số thứ tự các mục liên tục",
        "Mục {number} đứng ngay sau mục {previous}",
    ),
    "TXT003": (
        "Dấu của các từ thường dùng viết đúng",
        "“{found}” nên viết “{right}”",
    ),
    "TXT004": (
        "Đoạn văn không bị ngắt giữa chừng",
        "Đoạn bị ngắt giữa “{before}” và “{after}”",
    ),
    "TXT006": (
        "Phần lời dùng mã chữ Unicode dựng sẵn",
        "{lines} dòng dùng mã chữ {encoding}; đề nghị chuyển sang Unicode dựng sẵn",
    ),
    "TXT007": (
        "Báo cáo không có dữ liệu cá nhân",
        "Có {kind} ({masked}); đề nghị bỏ trước khi gửi",
    ),
    "UNI001": (
        "Đơn vị có trong danh mục",
        "{unit} không có trong danh mục ngày {day}",
    ),
    "UNI002": (
        "Đơn vị có từ đầu kỳ báo cáo",
        "{unit} thành lập ngày {founded}, sau đầu kỳ {start}; chưa rõ số liệu trước đó của đơn vị nào",
    ),
    "UNI003": (
        "Loại đơn vị còn tồn tại vào thời điểm báo cáo",
        "Ngày {day} không còn hoặc chưa có loại đơn vị như {unit}",
    ),
    "UNI004": (
        "Mã đơn vị chỉ đúng đơn vị vào thời điểm báo cáo",
        "Ngày {day}, mã {code} là của {known}; báo cáo ghi {unit}",
    ),
    "UNI005": (
        "Số thôn, tổ dân phố thống nhất",
        "Số thôn không thống nhất: {text} và {appendix}",
    ),
    "UNI006": (
        "Số đơn vị sáp nhập bằng số đơn vị cũ",
        "Phần lời nêu {text} đơn vị cũ, phụ lục ghi {appendix}",
    ),
    "UNI007": (
        "Hộ nghèo và cận nghèo không nhiều hơn tổng số hộ",
        "Số {names} là {classes}, tổng số hộ chỉ có {households}",
    ),
    "UNI008": (
        "Tỷ lệ khớp với tử số và mẫu số",
        "{part}/{whole} là {exact}%, báo cáo ghi {share}",
    ),
    "UNI009": (
        "Số nhân khẩu phù hợp với số hộ",
        "{total} trong {count} là khác thường",
    ),
    "UNI010": (
        "Số đảng viên phù hợp với dân số và số chi bộ",
        "{members} đảng viên không phù hợp với {other}",
    ),
    "UNI011": (
        "Tỷ lệ được làm tròn, không cắt bớt",
        "{part}/{whole} làm tròn là {rounded}; báo cáo ghi {share} (cắt bớt chữ số)",
    ),
    "XRP001": (
        "Số thay đổi so với bản trước được nêu rõ",
        "Bản trước ghi {old}, bản này ghi {new}",
    ),
    "XRP002": (
        "Hai nguồn cùng một số liệu thì khớp nhau",
        "{issuer} ghi {other}, báo cáo này ghi {figure}",
    ),
    "XRP003": (
        "Báo cáo của đơn vị không trùng với đơn vị khác",
        "{equal} trong {figures} số liệu trùng với {other}; đề nghị xem có chép nhầm",
    ),
    "XRP004": (
        "Phần lời chỉ nói về đơn vị của mình",
        "Phần lời có tên {units}; đề nghị xem có chép nhầm",
    ),
    "XRP005": (
        "Số liệu dẫn của cơ quan khác khớp với báo cáo",
        "Theo {source} là {text}, báo cáo này ghi {appendix}",
    ),
}
