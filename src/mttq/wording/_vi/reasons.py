"""Why there is each of mttq's rules, in Vietnamese: (reason, what is wrong, what is right) by code.

The English stands in the docstring of the rule.
"""

from typing import Final

__all__ = ["REASONS_VI"]

REASONS_VI: Final[dict[str, tuple[str, str, str]]] = {
    "AGG001": (
        (
            "Mỗi người dân chỉ ở một xã, việc do cấp xã làm cũng chỉ được một xã tính, nên số liệu của cấp "
            "trên là tổng của các đơn vị cấp dưới. Chỉ đối chiếu khi mọi đơn vị cấp dưới trong danh mục "
            "đơn vị đã báo cáo số liệu đó cho cùng một thời gian."
        ),
        "Cấp trên ghi 25 hội nghị của cấp xã; các xã báo cáo 10, 9 và 5.",
        "Cấp trên ghi 24 hội nghị của cấp xã.",
    ),
    "AGG002": (
        (
            "Khi còn đơn vị chưa báo cáo, hoặc khi cấp trên có cộng thêm phần của mình, tổng các đơn vị đã "
            "báo cáo là mức thấp nhất của số liệu cấp trên."
        ),
        "Huyện ghi 20 hội nghị; riêng ba xã đã báo cáo 10, 9 và 5.",
        "Huyện ghi 31 hội nghị.",
    ),
    "AGG003": (
        (
            "Tỷ lệ phần trăm không cộng được, cũng không lấy bình quân được: tỷ lệ của huyện là tổng số hộ "
            "nghèo chia cho tổng số hộ của cả huyện. Tỷ lệ bị cắt bớt chữ số thay vì làm tròn do quy tắc "
            "AGG007 đối chiếu."
        ),
        ("Huyện ghi 30%; hai xã có 100 hộ nghèo trong tổng số 1.000 hộ và 50 hộ nghèo trong tổng số 100 hộ."),
        "Huyện ghi 13,64%.",
    ),
    "AGG004": (
        (
            "Cuộc giám sát do một cơ quan chủ trì cùng nhiều đơn vị chỉ được tính một lần khi tổng hợp ở "
            "cấp trên. Coi là một cuộc khi cơ quan chủ trì, ngày, hình thức và nội dung giống nhau trong "
            "báo cáo của nhiều đơn vị, trong đó có ít nhất một đơn vị không chủ trì; hồ sơ không ghi cơ "
            "quan chủ trì thì không đối chiếu."
        ),
        "Một cuộc giám sát có trong hồ sơ của hai xã; cấp trên tổng hợp thành hai cuộc.",
        "Một cuộc giám sát có trong hồ sơ của hai xã; cấp trên tổng hợp là một cuộc.",
    ),
    "AGG005": (
        (
            "Số liệu của các xã cũ trong một thời gian cộng lại là số liệu của đơn vị mới trong cùng thời "
            "gian đó; mỗi số liệu được so theo thời gian riêng. Đây là cảnh báo vì một phần của xã cũ có "
            "thể đã nhập vào đơn vị khác."
        ),
        "Đơn vị mới ghi 900 hộ; hai xã cũ có 500 hộ và 446 hộ.",
        "Đơn vị mới ghi 946 hộ.",
    ),
    "AGG006": (
        (
            "Tổng của các đơn vị chỉ là số liệu của cấp trên khi mọi đơn vị có vào thời điểm đó đã báo "
            "cáo. Số đơn vị lấy theo danh mục đơn vị; nếu không có danh mục thì lấy theo số đơn vị cấp "
            "dưới mà cấp trên nêu trong phần lời."
        ),
        "Có báo cáo của 19 xã; theo danh mục, huyện có 21 xã.",
        "Có báo cáo của đủ 21 xã.",
    ),
    "AGG007": (
        (
            "Tỷ lệ của cấp trên cần được làm tròn, không bỏ bớt chữ số: 34,996% ghi là 35,00%, không ghi "
            "là 34,99%."
        ),
        (
            "Huyện ghi 13,63%; hai xã có 100 hộ nghèo trong tổng số 1.000 hộ và 50 hộ nghèo trong tổng số "
            "100 hộ."
        ),
        "Huyện ghi 13,64%.",
    ),
    "APP001": (
        (
            "Dòng có nhãn nêu hai số liệu, như “tập thể/cá nhân”, thì ghi đủ cả hai. Ghi một số 0 được "
            "hiểu là cả hai đều không có."
        ),
        "150.",
        "40/110.",
    ),
    "APP002": (
        (
            "Khi đã có số ở một trong các dòng thành phần thì dòng tổng cũng cần có số, vì người đọc và "
            "cấp trên khi tổng hợp đều dùng dòng tổng."
        ),
        "Dòng tổng để trống, cấp xã 5.",
        "Dòng tổng 5, cấp xã 5.",
    ),
    "APP003": (
        (
            "Dòng tổng là tổng của các dòng thành phần bên dưới; hai số khác nhau thì có ít nhất một số "
            "không đúng."
        ),
        ("Tổng số 6 thôn, trong đó 5 theo định mức, 0 trên định mức, 0 dưới định mức và 0 chưa được hưởng."),
        ("Tổng số 6 thôn, trong đó 5 theo định mức, 0 trên định mức, 1 dưới định mức và 0 chưa được hưởng."),
    ),
    "APP004": (
        (
            "Đơn vị chỉ báo cáo số liệu của cấp mình và các cấp dưới; số nằm ở dòng, cột của cấp trên là "
            "ghi nhầm dòng, cột."
        ),
        "Xã ghi 3 ở dòng “Cấp tỉnh”.",
        "Xã ghi 3 ở dòng “Cấp xã và tương đương”.",
    ),
    "APP006": (
        (
            "Trong phụ lục đã ghi số 0, ô để trống ở dòng thuộc cấp của đơn vị có thể hiểu theo nhiều "
            "cách. Dòng tổng để trống, dòng kết nạp mới và số ghi ở dòng của cấp khác do các quy tắc khác "
            "đối chiếu."
        ),
        "Trên đại học để trống, đại học 3, dưới đại học để trống; các ô khác ghi 0.",
        "Trên đại học 0, đại học 3, dưới đại học 2.",
    ),
    "APP007": (
        (
            "Trong một phụ lục, số 0 nên ghi theo một cách để người đọc không phải tìm xem các cách ghi "
            "khác nhau ở điểm nào."
        ),
        "0, 00, 00, 0.",
        "0, 0, 0, 0.",
    ),
    "APP008": (
        (
            "Dòng đếm số xã hoặc số thôn không thể vượt quá số xã, số thôn hiện có; nếu vượt thì dòng đó "
            "đã đếm nội dung khác."
        ),
        "Một xã ghi 20 xã có chi phụ cấp chi hội trưởng (số đã đếm là số người).",
        "Một xã ghi 1 xã.",
    ),
    "APP009": (
        (
            "Dòng có nhãn gồm nhiều loại, như “Cao cấp, cử nhân - Trung cấp - Sơ cấp”, thì ghi riêng số "
            "của từng loại."
        ),
        "3.",
        "0 - 2 - 1.",
    ),
    "APP011": (
        (
            "Phụ lục mà báo cáo nêu kỳ số liệu là một phần của báo cáo, nên phải có và phải có dòng đã ghi "
            "số. Phụ lục không kèm theo hoặc kèm theo mà không có số nào thì coi là thiếu; từng ô để trống "
            "do các quy tắc APP002 và APP006 đối chiếu."
        ),
        "Báo cáo nêu “Phụ lục 2, số liệu từ 12/2013 đến 12/2023” nhưng không có Phụ lục 2.",
        "Báo cáo nêu như vậy và có kèm Phụ lục 2.",
    ),
    "APP012": (
        (
            "Số ở Phụ lục 1 không ít hơn số việc mà báo cáo đã nêu từng cuộc, từng đợt: hội nghị về văn "
            "bản được tổng kết (nội dung hội nghị có ghi số, ký hiệu văn bản), khen thưởng, Ban Giám sát "
            "đầu tư của cộng đồng. Đây là cảnh báo vì hai hồ sơ có thể nói về cùng một việc; phụ lục ghi "
            "nhiều hơn là bình thường vì phần lời chỉ nêu các việc chính."
        ),
        "Phụ lục ghi 5 hội nghị; hồ sơ có 4 hội nghị năm 2022 và 3 hội nghị năm 2023.",
        "Phụ lục ghi 7 hội nghị; hồ sơ có 4 hội nghị năm 2022 và 3 hội nghị năm 2023.",
    ),
    "APP013": (
        (
            "Số liệu được khai báo là một phần của số khác, hoặc là bước sau của số khác, thì không nhiều "
            "hơn số đó. Quy tắc đối chiếu các quan hệ at_most và at_least mà không quy tắc riêng nào đối "
            "chiếu, kể cả trong biểu tự khai báo."
        ),
        "5 khu dân cư, trong đó 6 khu tổ chức ngày hội.",
        "5 khu dân cư, trong đó 5 khu tổ chức ngày hội.",
    ),
    "APP014": (
        (
            "Số liệu được khai báo là cùng một việc với số liệu khác thì hai nơi ghi như nhau. Quy tắc đối "
            "chiếu các quan hệ same_as mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo."
        ),
        "4 dân tộc, nêu tên 3.",
        "3 dân tộc, nêu tên 3.",
    ),
    "APP015": (
        (
            "Số liệu được khai báo theo mức cho mỗi đơn vị thì không ít hơn, không nhiều hơn mức thường gặp. "
            "Quy tắc đối chiếu các quan hệ each mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự "
            "khai báo."
        ),
        "6 ban công tác Mặt trận có 660 thành viên.",
        "6 ban công tác Mặt trận có 66 thành viên.",
    ),
    "APP016": (
        (
            "Số liệu mà một số liệu khác cần đến thì phải ghi khi số liệu kia đã ghi và khác 0. Quy tắc đối "
            "chiếu các quan hệ needed mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo."
        ),
        "180 triệu đồng làm nhà, không ghi bao nhiêu căn.",
        "180 triệu đồng làm 6 căn nhà.",
    ),
    "APP017": (
        (
            "Một dòng chỉ có số khi còn việc mà dòng đó tính: cấp huyện đến ngày 30/6/2025, dòng mới từ ngày "
            "áp dụng. Thời gian của dòng khai báo bằng since= và until=. Dòng, cột của cấp trên do quy tắc "
            "APP004 đối chiếu."
        ),
        "Số liệu từ tháng 7/2025, có 3 văn bản của cấp huyện.",
        "Số liệu từ tháng 7/2025, dòng của cấp huyện để trống.",
    ),
    "CAM001": (
        (
            "Cuộc vận động chung của cả hệ thống Mặt trận nên ghi đủ tên để người khác tra cứu được. Tên "
            "không giống tên nào đã biết được coi là cuộc vận động của địa phương và không đối chiếu."
        ),
        "“Toàn dân đoàn kết xây dựng nông thôn mới”.",
        "“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”.",
    ),
    "CAM002": (
        (
            "Một số liệu có cả ở phần lời và phụ lục thì chỉ là một, nên hai nơi cần ghi khớp nhau. Quy "
            "tắc này đối chiếu mọi số liệu phần lời mà không quy tắc nào khác đối chiếu."
        ),
        "Phần lời ghi 115 hội nghị, phụ lục ghi 45.",
        "Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 45.",
    ),
    "CAM003": (
        (
            "Số người dự một hội nghị thường vừa một hội trường; bình quân quá ít hoặc quá nhiều người cho "
            "thấy số người hoặc số hội nghị cần kiểm tra lại."
        ),
        "155.500 người dự 75 hội nghị.",
        "1.555 người dự 75 hội nghị.",
    ),
    "CAM004": (
        (
            "Phụ lục tính tất cả tập thể, cá nhân được khen thưởng, nên không đợt khen thưởng nào ở phần "
            "lời có thể nhiều hơn."
        ),
        "Phần lời ghi 12 tập thể và 160 cá nhân; phụ lục ghi tất cả 150.",
        "Phần lời ghi 4 tập thể và 11 cá nhân; phụ lục ghi tất cả 150.",
    ),
    "CAM005": (
        "Tỷ lệ phần trăm không kèm tử số và mẫu số thì cho biết ít, và cấp trên không tổng hợp được.",
        "“100% các khu dân cư tổ chức ngày hội”.",
        "“5/5 khu dân cư (100%) tổ chức ngày hội”.",
    ),
    "CAM006": (
        "Số năm và hai năm ghi kèm cùng nói về một giai đoạn, nên phải khớp nhau.",
        "“20 năm, giai đoạn 2003 - 2013”.",
        "“20 năm, giai đoạn 2003 - 2023”.",
    ),
    "CAM007": (
        (
            "Phần lời ghi “hơn” hoặc “gần” thường là bỏ bớt phần sau chữ số cuối cùng đã ghi, ví dụ “hơn "
            "5.500” là dưới 5.600. Đây là cảnh báo vì theo câu chữ thì số thực có thể cách xa hơn; trong "
            "các báo cáo đã kiểm tra được thì chưa gặp trường hợp nào như vậy."
        ),
        "Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 450.",
        "Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 45.",
    ),
    "CRI001": (
        (
            "Mỗi cuộc phản biện xã hội chỉ được tổ chức theo một hình thức, nên cộng các hình thức phải "
            "bằng số cuộc."
        ),
        "15 cuộc, trong đó 10 hội nghị, 15 gửi văn bản và 0 đối thoại.",
        "25 cuộc, trong đó 10 hội nghị, 15 gửi văn bản và 0 đối thoại.",
    ),
    "CRI002": (
        "Việc mà phần lời nêu là chưa tổ chức thì phụ lục phải ghi 0.",
        "Phần lời ghi “chưa tổ chức hội nghị phản biện”, phụ lục ghi 10 hội nghị.",
        "Phần lời ghi “chưa tổ chức hội nghị phản biện”, phụ lục ghi 0 hội nghị.",
    ),
    "CRI003": (
        (
            "Mỗi cuộc phản biện xã hội là về một dự thảo văn bản được gửi đến để phản biện; số cuộc nhiều "
            "hơn số văn bản thì nên nêu lý do."
        ),
        "15 cuộc phản biện, 10 văn bản được yêu cầu, không nêu lý do.",
        "8 cuộc phản biện, 10 văn bản được yêu cầu.",
    ),
    "CRI004": (
        "Mỗi cuộc phản biện xã hội có ít nhất một ý kiến, nên số ý kiến cần không ít hơn số cuộc.",
        "5 ý kiến cho 15 cuộc phản biện.",
        "40 ý kiến cho 15 cuộc phản biện.",
    ),
    "CRI006": (
        (
            "Người đứng đầu cấp ủy và chính quyền đối thoại với Nhân dân ít nhất một lần trong mỗi năm của "
            "kỳ số liệu phụ lục. Pháp luật quy định điều này đối với chính quyền cấp xã từ ngày 01/7/2023; "
            "đối với người đứng đầu cấp ủy, các cấp khác và số liệu tính từ trước ngày đó, đây là mức theo "
            "thông lệ."
        ),
        "6 cuộc đối thoại từ tháng 12/2013 đến tháng 12/2023.",
        "15 cuộc đối thoại từ tháng 12/2013 đến tháng 12/2023.",
    ),
    "CRI010": (
        (
            "Mỗi cuộc phản biện xã hội, mỗi cuộc đối thoại đã có hồ sơ là một trong các cuộc được tính ở "
            "phụ lục, nên phụ lục không thể ghi ít hơn hồ sơ."
        ),
        "Phụ lục ghi 10 cuộc, hồ sơ từng cuộc có 13.",
        "Phụ lục ghi 13 cuộc, hồ sơ từng cuộc có 13.",
    ),
    "CRI011": (
        (
            "Khi các cuộc phản biện, đối thoại đã được lập hồ sơ từng cuộc thì phụ lục không tính thêm "
            "cuộc nào khác."
        ),
        "Phụ lục ghi 15 cuộc, hồ sơ từng cuộc có 13.",
        "Phụ lục ghi 13 cuộc, hồ sơ từng cuộc có 13.",
    ),
    "CRI012": (
        (
            "Dự thảo cần đến Mặt trận ít nhất 15 ngày trước ngày trình để dự thảo còn có thể sửa theo ý "
            "kiến phản biện."
        ),
        "Dự thảo nhận ngày 01/5/2023, trình ngày 10/5/2023.",
        "Dự thảo nhận ngày 20/4/2023, trình ngày 10/5/2023.",
    ),
    "CRI013": (
        (
            "Ủy ban nhân dân cấp xã cùng Mặt trận tổ chức đối thoại với Nhân dân ít nhất mỗi năm một lần. "
            "Đối chiếu theo hồ sơ từng cuộc, cho mỗi năm trọn vẹn của kỳ, tính từ khi luật có hiệu lực đến "
            "trước ngày báo cáo."
        ),
        "Có đối thoại năm 2023 và năm 2025, năm 2024 không có.",
        "Có đối thoại các năm 2023, 2024 và 2025.",
    ),
    "DOC001": (
        (
            "Số, ký hiệu viết đúng như cơ quan ban hành thì mới tra cứu được văn bản. Ký hiệu văn bản của "
            "Đảng được đối chiếu theo quy định của Đảng, của Nhà nước và Mặt trận theo Nghị định số "
            "30/2020/NĐ-CP; cách viết khác về hình thức, như chữ đầu viết thường hoặc dấu hai chấm sau "
            "“số”, không bị nêu."
        ),
        "62/KL-TW; 05 - CT/TW; 834/NQ-UBTVQH 14.",
        "62-KL/TW; 05-CT/TW; 834/NQ-UBTVQH14.",
    ),
    "DOC002": (
        (
            "Một văn bản chỉ có một ngày ban hành, nên các lần nhắc đến phải ghi cùng một ngày. Số văn bản "
            "của Nhà nước và Mặt trận đánh lại mỗi năm, của Đảng đánh lại mỗi nhiệm kỳ, nên hai ngày chỉ "
            "coi là trái nhau khi cùng một năm hoặc khi ký hiệu đã có năm."
        ),
        "05-CT/TW ngày 05/5/2016, ở đoạn sau 05-CT/TW ngày 15/5/2016.",
        "05-CT/TW ngày 15/5/2016 ở cả hai nơi.",
    ),
    "DOC003": (
        (
            "Văn bản cần được viện dẫn đúng ngày ban hành; ngày đã ghi được so với mọi văn bản cùng loại, "
            "cùng số, ký hiệu trong danh mục văn bản, vì số, ký hiệu được dùng lại theo năm hoặc theo "
            "nhiệm kỳ. Nếu ngày đó không phải của văn bản nào, quy tắc nêu văn bản gần nhất trong các văn "
            "bản cùng năm, có năm trong ký hiệu, hoặc cùng ngày và tháng."
        ),
        "218-QĐ/TW ngày 02/12/2013.",
        "218-QĐ/TW ngày 12/12/2013.",
    ),
    "DOC004": (
        (
            "Báo cáo không thể viện dẫn văn bản ban hành sau báo cáo. Báo cáo không ghi ngày có thể lập "
            "sau thời điểm số liệu, nên chỉ văn bản ban hành đến thời điểm đó là đạt, văn bản ban hành sau "
            "đó thì chưa đủ số liệu để đối chiếu."
        ),
        "Báo cáo ngày 10/01/2025 viện dẫn chỉ thị ngày 12/3/2025.",
        "Báo cáo ngày 10/01/2025 viện dẫn chỉ thị ngày 26/10/2022.",
    ),
    "DOC006": (
        (
            "Mỗi văn bản viện dẫn nên có ít nhất một lần ghi ký hiệu, ngày, năm hoặc nhiệm kỳ; sau đó có "
            "thể viết gọn. Văn bản gọi theo tên, như “Luật Thanh tra” hay “Nghị quyết Đại hội Đảng toàn "
            "quốc lần thứ XIII”, không cần kèm số."
        ),
        "“Nghị định 100 của Chính phủ”, không nơi nào ghi đủ hơn.",
        "“Nghị định 100/2019/NĐ-CP”, sau đó “Nghị định 100”.",
    ),
    "DOC007": (
        "Văn bản viện dẫn theo tên thì các lần sau nên giữ đúng tên đã ghi lần đầu.",
        "“Luật Thanh tra 11/2022/QH15”, ở đoạn sau “Luật Thanh tra nhân dân 11/2022/QH15”.",
        "“Luật Thanh tra 11/2022/QH15” ở cả hai nơi.",
    ),
    "DOC008": (
        "Báo cáo cần cho biết cơ quan ban hành, số, ký hiệu, địa danh, ngày ban hành và nơi nhận.",
        "Báo cáo không ghi số, không ghi ngày.",
        "“Số: 05/BC-MTTQ-BTT”, “Trung Sơn, ngày 10 tháng 01 năm 2025”, “Nơi nhận: …”.",
    ),
    "DOC009": (
        (
            "Cơ quan ký thường là cơ quan mà báo cáo nói đến; cơ quan khác vẫn có thể ký, nhưng người đọc "
            "sẽ hỏi lý do."
        ),
        "Báo cáo về Mặt trận, ký thay mặt Ủy ban nhân dân.",
        "Báo cáo về Mặt trận, ký thay mặt Ban Thường trực Ủy ban MTTQ.",
    ),
    "DOC010": (
        (
            "Năm 2025, đơn vị cấp xã của mỗi tỉnh, thành phố được sắp xếp bằng một nghị quyết riêng; 34 "
            "nghị quyết cùng ngày, ký hiệu gần giống nhau. Chỉ đối chiếu văn bản viện dẫn và văn bản thành "
            "lập đơn vị, khi danh mục văn bản có tỉnh, thành phố của đơn vị hoặc của đơn vị cấp trên."
        ),
        "Xã của thành phố Huế viện dẫn 1685/NQ-UBTVQH15, là nghị quyết của Thành phố Hồ Chí Minh.",
        "Xã của thành phố Huế viện dẫn 1675/NQ-UBTVQH15.",
    ),
    "DOC011": (
        (
            "Báo cáo ban hành khi đã có số liệu, không trước tháng hoặc năm của số liệu. Ngày nào trong "
            "tháng hoặc năm đó cũng được. Số liệu ước thực hiện có thể là của thời gian chưa đến, nên chỉ là "
            "cảnh báo."
        ),
        "Số liệu tháng 12/2024, báo cáo ghi ngày 10/01/2024.",
        "Số liệu tháng 12/2024, báo cáo ghi ngày 10/01/2025.",
    ),
    "DOC012": (
        (
            "Cơ quan ban hành, địa danh và chữ ký của báo cáo là của đơn vị báo cáo hoặc của cấp trên. Tên "
            "một đơn vị khác cùng cấp thường còn sót lại từ báo cáo dùng làm mẫu. Tên đơn vị cũ không bị coi "
            "là sai; địa danh của cấp huyện, cấp tỉnh không được đối chiếu."
        ),
        "Báo cáo về xã Trung Sơn, ký “TM. Ủy ban MTTQ Việt Nam xã Hồng Kim”.",
        "Báo cáo về xã Trung Sơn, ký “TM. Ủy ban MTTQ Việt Nam xã Trung Sơn”.",
    ),
    "FND001": (
        (
            "Số vận động “hằng năm” và tổng của nhiều năm của cùng một quỹ cần có độ lớn tương đương; "
            "chênh quá xa thì có thể do ghi thiếu đơn vị tiền."
        ),
        "“Hằng năm hơn 200.000 đồng”, 5 năm được 215.910.000 đồng.",
        "“Hằng năm hơn 40 triệu đồng”, 5 năm được 215.910.000 đồng.",
    ),
    "FND002": (
        (
            "Số dư cuối kỳ của quỹ bằng số dư đầu kỳ cộng thu trừ chi, và không thể nhỏ hơn 0. Số làm tròn "
            "được tính với mọi giá trị có thể; trường hợp số ước lượng chưa cho kết luận do quy tắc FND011 "
            "đối chiếu. Số liệu của từng năm riêng không lập thành cân đối; hiện vật không cộng vào tiền, "
            "và khi trị giá hiện vật có thể bù phần chênh lệch thì chưa đủ số liệu để đối chiếu."
        ),
        "Đầu kỳ 10 triệu đồng, thu 40 triệu đồng, chi 30 triệu đồng, cuối kỳ 25 triệu đồng.",
        "Đầu kỳ 10 triệu đồng, thu 40 triệu đồng, chi 30 triệu đồng, cuối kỳ 20 triệu đồng.",
    ),
    "FND004": (
        (
            "Các nguồn thu cộng lại phải bằng tổng thu, các khoản chi cộng lại phải bằng tổng chi; khoản "
            "có đơn vị tính khác với tổng không cộng vào. Trường hợp số ước lượng chưa cho kết luận do quy "
            "tắc FND011 đối chiếu, tổng có thể gồm giá trị hiện vật do quy tắc FND012 đối chiếu."
        ),
        "Tổng thu 40 triệu đồng: 25 triệu đồng từ hộ gia đình, 10 triệu đồng từ doanh nghiệp.",
        "Tổng thu 35 triệu đồng: 25 triệu đồng từ hộ gia đình, 10 triệu đồng từ doanh nghiệp.",
    ),
    "FND005": (
        (
            "Trị giá bình quân một suất quà thường nằm trong khoảng từ giá một quyển vở đến giá một chiếc "
            "xe đạp; ngoài khoảng đó thì số tiền hoặc đơn vị tiền cần kiểm tra lại."
        ),
        "5.500 suất quà, tổng trị giá 4,5 triệu đồng.",
        "5.500 suất quà, tổng trị giá 4,5 tỷ đồng.",
    ),
    "FND006": (
        (
            "Số liệu quỹ tính cho số năm khác với kỳ báo cáo thì không so sánh được với các số liệu khác. "
            "Số liệu của riêng một năm đã tự nêu rõ nên không đối chiếu."
        ),
        "Báo cáo 15 năm, số liệu quỹ tính 5 năm.",
        "Báo cáo 15 năm, số liệu quỹ tính 15 năm.",
    ),
    "FND007": (
        (
            "Số ước lượng ghi với “hơn”, “gần” nêu giới hạn của số liệu, nên số chính xác phải nằm trong "
            "giới hạn đó; số ước lượng “hằng năm” cũng phải phù hợp với bình quân các năm."
        ),
        "“Hằng năm hơn 50 triệu đồng”, 5 năm được 215.910.000 đồng.",
        "“Hằng năm hơn 40 triệu đồng”, 5 năm được 215.910.000 đồng.",
    ),
    "FND008": (
        (
            "Kinh phí làm nhà bằng số căn nhà nhân với mức hỗ trợ mỗi căn. Trường hợp số ước lượng chưa "
            "cho kết luận do quy tắc FND011 đối chiếu."
        ),
        "5 căn nhà, mỗi căn 30 triệu đồng, kinh phí 180 triệu đồng.",
        "6 căn nhà, mỗi căn 30 triệu đồng, kinh phí 180 triệu đồng.",
    ),
    "FND009": (
        (
            "Số mà quỹ cấp trên báo cáo đã chuyển cho đơn vị cần bằng số mà đơn vị báo cáo đã nhận từ cấp "
            "đó; cấp trên ở đây là cấp trên trực tiếp hoặc cấp cao hơn nữa. Số làm tròn được tính với mọi "
            "giá trị có thể, số ước lượng được hiểu là bỏ bớt phần sau chữ số cuối; hiện vật chỉ so với "
            "hiện vật."
        ),
        "Huyện báo cáo đã chuyển 50.000.000 đồng, xã báo cáo đã nhận 40.000.000 đồng.",
        "Cả hai báo cáo ghi 50.000.000 đồng.",
    ),
    "FND010": (
        (
            "Số dư của quỹ là tiền, trị giá cũng là tiền, nên phải ghi bằng đơn vị tiền; khoản tiếp nhận "
            "có thể là hiện vật nhưng không thể là tỷ lệ phần trăm."
        ),
        "Đầu kỳ 215 tấn; cuối kỳ 40%; khoản nhận “bằng tiền” 215 tấn.",
        "Đầu kỳ 22.430.000.000 đồng; nhận bằng hiện vật 215 tấn.",
    ),
    "FND011": (
        (
            "Các số ước lượng của quỹ cần khớp nhau khi hiểu mỗi số là đã bỏ bớt phần sau chữ số cuối: "
            "“hơn 2,7 tỷ đồng” là từ 2,7 đến dưới 2,8 tỷ đồng. Quy tắc đối chiếu số dư, các tổng, kinh phí "
            "làm nhà và hai sổ quỹ của cùng một quỹ, cùng thời gian, khi riêng câu chữ chưa cho kết luận; "
            "“ít nhất”, “không quá”, “dưới” không cho biết giới hạn phía bên kia. Đây là cảnh báo vì theo "
            "câu chữ, “hơn 2,7 tỷ đồng” có thể là 5 tỷ đồng."
        ),
        "Đầu kỳ hơn 5,2 tỷ đồng, thu hơn 3,6 tỷ đồng, chi hơn 4,1 tỷ đồng, cuối kỳ hơn 47 tỷ đồng.",
        "Đầu kỳ hơn 5,2 tỷ đồng, thu hơn 3,6 tỷ đồng, chi hơn 4,1 tỷ đồng, cuối kỳ hơn 4,7 tỷ đồng.",
    ),
    "FND012": (
        (
            "Khi tổng số tiền lớn hơn các khoản tiền cộng lại mà ngoài ra còn có hiện vật, báo cáo cần ghi "
            "rõ hiện vật trị giá bao nhiêu."
        ),
        "Tổng 25 tỷ đồng: 22,43 tỷ đồng tiền và 215 tấn gạo.",
        "Tổng 22,43 tỷ đồng: 22,43 tỷ đồng tiền; ngoài ra có 215 tấn gạo.",
    ),
    "MEM002": (
        (
            "Người được kết nạp Đảng đều đã được giới thiệu trước đó, nên trong thời gian dài số được kết "
            "nạp không nhiều hơn số được giới thiệu."
        ),
        "Giới thiệu 5 người, kết nạp 7 người.",
        "Giới thiệu 7 người, kết nạp 5 người.",
    ),
    "MEM004": (
        (
            "Số đoàn viên và số hội viên chỉ khác nhau ở một chữ số thêm vào có thể là một số gõ lặp hai "
            "lần, đề nghị kiểm tra. Số có ít chữ số thì không đối chiếu, vì dễ trùng ngẫu nhiên."
        ),
        "“169/1.169”.",
        "“169/1.204”.",
    ),
    "MEM005": (
        ("Số đoàn viên, hội viên cuối kỳ của một tổ chức bằng số đầu kỳ cộng số kết nạp mới trừ số giảm."),
        "Đầu kỳ 300, kết nạp 40, giảm 10, cuối kỳ 340.",
        "Đầu kỳ 300, kết nạp 40, giảm 10, cuối kỳ 330.",
    ),
    "MEM006": (
        (
            "Số đoàn viên, hội viên của các tổ chức cộng lại phải bằng tổng số ghi trong báo cáo và phụ "
            "lục. Khi thiếu một tổ chức hoặc thiếu số của tổ chức đó, các tổ chức còn lại cộng vào vẫn "
            "không được nhiều hơn tổng."
        ),
        "Tổng 900 hội viên: 500 nông dân, 300 phụ nữ, 200 cựu chiến binh.",
        "Tổng 1.000 hội viên: 500 nông dân, 300 phụ nữ, 200 cựu chiến binh.",
    ),
    "MEM007": (
        (
            "Dòng sau số đoàn viên, hội viên hỏi trong đó có bao nhiêu người kết nạp mới; để trống thì "
            "không hiểu là 0."
        ),
        "169/1.169 đoàn viên/hội viên, dòng kết nạp mới để trống.",
        "169/1.169 đoàn viên/hội viên, kết nạp mới 12/85.",
    ),
    "MTQ900": (
        "Giải trình chỉ được chấp nhận trong một thời hạn; hết thời hạn đó cần có người xem xét lại.",
        "Giải trình được chấp nhận đến ngày 31/12/2024; báo cáo ngày 10/01/2025 vẫn có phát hiện đó.",
        "Giải trình được chấp nhận đến ngày 31/12/2025.",
    ),
    "MTQ901": (
        (
            "Giải trình đã chấp nhận mà không còn ứng với phát hiện nào thì cần bỏ đi, để không che khuất "
            "phát hiện về sau. Trường hợp này xảy ra khi số liệu đã được sửa, hoặc nơi đó nay ghi số khác "
            "với số đã chấp nhận."
        ),
        "Có giải trình đã chấp nhận cho một dòng tổng nay đã cộng khớp.",
        "Không còn giải trình đó.",
    ),
    "MTQ999": (
        (
            "Quy tắc bị dừng do lỗi chương trình thì không được coi là đạt; các quy tắc khác vẫn đối chiếu "
            "bình thường. Các lần đối chiếu trước khi dừng vẫn được tính."
        ),
        "Quy tắc do đơn vị tự viết chia cho số hộ khi số hộ bằng 0.",
        "Khi số hộ bằng 0 hoặc để trống, quy tắc báo chưa đủ số liệu.",
    ),
    "ORG001": (
        "Mỗi vị của Ủy ban thuộc đúng một thành phần, nên cộng các thành phần phải bằng tổng số vị.",
        "49 vị: 5 + 20 + 5 + 15 + 1.",
        "46 vị: 5 + 20 + 5 + 15 + 1.",
    ),
    "ORG002": (
        (
            "Số vị liệt kê trong ngoặc là một phần của số vị ghi trước đó nên không được nhiều hơn. Trong "
            "ngoặc liệt kê ít hơn thì chưa đủ số liệu để đối chiếu, vì có thể chưa liệt kê hết."
        ),
        "“01 vị (01 chủ tịch, 01 phó chủ tịch)”.",
        "“02 vị (01 chủ tịch, 01 phó chủ tịch)”.",
    ),
    "ORG003": (
        (
            "Hướng dẫn của mỗi nhiệm kỳ nêu khung số vị của Ủy ban, không quá ít và không quá đông. Đối "
            "chiếu theo khung có hiệu lực vào thời điểm số liệu; bộ quy tắc có thể đặt khung riêng của "
            "tỉnh."
        ),
        "Ủy ban cấp xã có 120 vị, năm 2024.",
        "Ủy ban cấp xã có 49 vị, năm 2024.",
    ),
    "ORG005": (
        (
            "Mỗi thôn, tổ dân phố có một Ban công tác Mặt trận, Trưởng ban tham gia Ủy ban MTTQ cấp xã. "
            "Đây là cảnh báo vì luật chỉ quy định có các ban; việc mỗi Trưởng ban tham gia Ủy ban là theo "
            "Điều lệ, qua nguồn thứ cấp."
        ),
        "5 thôn, 7 Trưởng Ban công tác Mặt trận.",
        "5 thôn, 5 Trưởng Ban công tác Mặt trận.",
    ),
    "ORG007": (
        (
            "Mỗi cán bộ chuyên trách có một trình độ chuyên môn và một trình độ lý luận chính trị, nên "
            "cộng các trình độ cần bằng tổng số cán bộ."
        ),
        "5 cán bộ, đại học 3, các dòng khác để trống.",
        "5 cán bộ: 0 + 3 + 2.",
    ),
    "ORG009": (
        (
            "Người được tập huấn là cán bộ trong tổng số cán bộ chuyên trách; nhiều hơn tổng số thì có thể "
            "là lượt người."
        ),
        "5 cán bộ chuyên trách, 45 người được tập huấn.",
        "5 cán bộ chuyên trách, 5 người được tập huấn.",
    ),
    "ORG010": (
        (
            "Các ban ở cơ sở cần có số thành viên theo quy định có hiệu lực vào thời điểm số liệu; hai quy "
            "định cùng có hiệu lực thì theo quy định nào cũng được, từ 5 thôn trở lên luật chỉ quy định số "
            "ít nhất. Ban Thanh tra nhân dân được bầu trước ngày 15/8/2023 tiếp tục theo quy định lúc bầu "
            "(Điều 29 Nghị định số 59/2023/NĐ-CP); nếu không ghi ngày bầu thì ban có số thành viên như vậy "
            "không bị nêu cho đến hết năm 2025. Mỗi xã có một Ban Thanh tra nhân dân, nên một số lớn hơn 1 "
            "ở dòng này là số thành viên; ở dòng Ban Giám sát đầu tư của cộng đồng (mỗi dự án một ban), "
            "một số có thể là số ban hoặc số thành viên."
        ),
        "Xã có 6 thôn, Ban Thanh tra nhân dân có 4 thành viên, năm 2024.",
        "Xã có 6 thôn, Ban Thanh tra nhân dân có 6 thành viên, năm 2024.",
    ),
    "ORG011": (
        (
            "Mỗi thôn có chi hội cựu chiến binh, phụ nữ, nông dân và chi đoàn thanh niên, mỗi tổ chức có "
            "một người đứng đầu. Dòng ở Phụ lục 1 hỏi số xã; xã ghi nhiều hơn 1 ở dòng này là đã đếm số "
            "người, số đó cũng được đối chiếu, còn dòng đếm gì do quy tắc APP008 đối chiếu."
        ),
        "5 thôn, 18 Chi hội trưởng, Bí thư Chi đoàn.",
        "5 thôn, 20 Chi hội trưởng, Bí thư Chi đoàn.",
    ),
    "PER001": (
        (
            "Số năm trong tên báo cáo tổng kết là số năm từ khi có văn bản được tổng kết đến thời điểm số "
            "liệu. Khi chỉ ghi từ năm đến năm thì hai cách đếm đều thường gặp: từ năm 2009 đến năm 2024 là "
            "15 năm hoặc 16 năm."
        ),
        "“15 năm”, từ ngày 08/12/2009 đến tháng 12/2023.",
        "“14 năm”, từ ngày 08/12/2009 đến tháng 12/2023.",
    ),
    "PER002": (
        (
            "Các phụ lục của một báo cáo cần tính cùng một thời gian thì số liệu mới dùng chung với nhau "
            "được. Đầu hoặc cuối kỳ để ngỏ thì lấy theo kỳ tổng kết; các ngày được so đến mức cả hai bên "
            "cùng ghi."
        ),
        (
            "Phụ lục 1 tính từ đầu kỳ tổng kết đến tháng 12/2023; Phụ lục 2 tính từ tháng 12/2013 đến "
            "tháng 12/2023."
        ),
        "Cả hai phụ lục tính từ tháng 12/2009 đến tháng 12/2023.",
    ),
    "PER003": (
        (
            "Nhiệm kỳ của Quốc hội, Hội đồng nhân dân, Đảng và Mặt trận được gọi theo hai năm cách nhau 5 "
            "năm. Ngoại lệ là các nhiệm kỳ được kéo dài, rút ngắn theo nghị quyết (Nghị quyết số "
            "25/2008/QH12), nhiệm kỳ kết thúc khi sắp xếp các xã năm 2025 và nhiệm kỳ kết thúc cùng đơn "
            "vị; nhiệm kỳ của chi bộ, chi hội, chi đoàn, của các tổ chức ở thôn và nhiệm kỳ ghi đến tháng "
            "không đối chiếu. Chỉ nhiệm kỳ Hội đồng nhân dân có luật đã đọc được làm căn cứ nên ở mức Lỗi; "
            "các nhiệm kỳ khác ở mức Cảnh báo."
        ),
        "Nhiệm kỳ 2024 - 2030.",
        "Nhiệm kỳ 2025 - 2030.",
    ),
    "PER004": (
        (
            "Số tiền, quà, khen thưởng hoặc hội nghị nên cho biết tính trong thời gian nào: “hằng năm” "
            "không nói năm nào, “trong năm năm” không nói năm năm nào. Kỳ mà báo cáo nêu cho số liệu đó ở "
            "nơi khác cũng được tính."
        ),
        "Quỹ vận động được 215.910.000 đồng “trong năm năm”.",
        "Quỹ vận động được 215.910.000 đồng trong giai đoạn 2019 - 2023.",
    ),
    "PER005": (
        (
            "Số của mỗi năm và số của nhiều năm là hai thước đo khác nhau, cộng lại không có nghĩa. Quy "
            "tắc nêu số đúng bằng tổng của hai số đó: ở phụ lục hoặc hồ sơ là hai số mà phần lời nêu về "
            "cùng nội dung; ở sổ quỹ là hai số khác của cùng một quỹ."
        ),
        "Phần lời ghi “hằng năm 15 hội nghị, trong 5 năm 45 hội nghị”, phụ lục ghi 60.",
        "Phần lời ghi “hằng năm 9 hội nghị, trong 5 năm 45 hội nghị”, phụ lục ghi 45.",
    ),
    "PER006": (
        (
            "Ủy ban nêu trong báo cáo là Ủy ban đương nhiệm, nên nhiệm kỳ chưa kết thúc vào thời điểm tính "
            "số liệu. Nhiệm kỳ được tính hết năm cuối. Tham số cut_short liệt kê các nhiệm kỳ của cấp xã, "
            "cấp tỉnh kết thúc trước thời hạn: đại hội năm 2025 kết thúc nhiệm kỳ 2024 - 2029."
        ),
        "Số liệu tính đến 12/2026; Ủy ban nhiệm kỳ 2024 - 2029.",
        "Số liệu tính đến 12/2026; Ủy ban nhiệm kỳ 2025 - 2030.",
    ),
    "PER007": (
        (
            "Năm ghi trong tên báo cáo là năm của số liệu; khi viết báo cáo mới trên báo cáo cũ, năm cũ dễ "
            "còn sót lại. Số liệu có thể tính đến trước khi hết thời gian ghi trong tên, hoặc đến 92 ngày "
            "sau đó. Tên ghi nhiều thời gian thì chỉ cần một thời gian khớp. Năm, ngày của văn bản nêu trong "
            "tên không được đối chiếu."
        ),
        "“Báo cáo kết quả công tác Mặt trận năm 2022”, số liệu tháng 12/2023.",
        "“Báo cáo kết quả công tác Mặt trận năm 2023”, số liệu tháng 12/2023.",
    ),
    "SUP001": (
        "Chỉ kiến nghị đã nêu mới có thể được giải quyết, chỉ ý kiến đã góp mới có thể được tiếp thu.",
        "5 kiến nghị, 7 kiến nghị được giải quyết.",
        "7 kiến nghị, 5 kiến nghị được giải quyết.",
    ),
    "SUP002": (
        (
            "Mỗi cuộc giám sát đều có đơn vị được giám sát; ô trên mẫu yêu cầu ghi “số cuộc/số đơn vị được "
            "giám sát”."
        ),
        "45.",
        "45/52.",
    ),
    "SUP004": (
        (
            "Mỗi cấp thường có số cuộc giám sát trong năm ở một mức nhất định; ngoài mức đó thì có thể đã "
            "lẫn năm hoặc lẫn cấp. Chỉ đối chiếu cấp của đơn vị báo cáo, vì các cột khác là số cộng của "
            "nhiều đơn vị; kỳ chưa đủ một năm có thể không có cuộc nào, hoặc có đủ số cuộc của cả năm."
        ),
        "Xã có 750 cuộc giám sát trong 10 năm.",
        "Xã có 75 cuộc giám sát trong 10 năm.",
    ),
    "SUP005": (
        (
            "Việc thực hiện theo một văn bản không thể có trước ngày ban hành văn bản đó; tháng hoặc năm "
            "có ngày ban hành thì được chấp nhận."
        ),
        "Số liệu “tính từ tháng 01/2010”.",
        "Số liệu “tính từ tháng 12/2013”.",
    ),
    "SUP010": (
        (
            "Mỗi cuộc giám sát đã có hồ sơ là một trong các cuộc được tính ở phụ lục, nên phụ lục không "
            "thể ghi ít hơn hồ sơ. Số đơn vị được giám sát chỉ so khi mọi hồ sơ đều ghi đủ tên các đơn vị."
        ),
        "Phụ lục ghi 12 đoàn giám sát, hồ sơ từng cuộc có 14.",
        "Phụ lục ghi 14 đoàn giám sát, hồ sơ từng cuộc có 14.",
    ),
    "SUP011": (
        (
            "Khi các cuộc giám sát đã được lập hồ sơ từng cuộc thì phụ lục không tính thêm cuộc nào khác; "
            "nếu nhiều hơn thì còn thiếu hồ sơ. Số đơn vị được giám sát không so, vì đơn vị được giám sát "
            "hai lần có thể đã tính hai lần."
        ),
        "Phụ lục ghi 45 đoàn giám sát, hồ sơ từng cuộc có 14.",
        "Phụ lục ghi 14 đoàn giám sát, hồ sơ từng cuộc có 14.",
    ),
    "SUP012": (
        (
            "Báo cáo nêu việc đã làm trong kỳ; ngày nằm ngoài kỳ có thể do ghi nhầm, hoặc việc đó thuộc "
            "báo cáo khác."
        ),
        "Cuộc giám sát ngày 10/5/2032 trong báo cáo giai đoạn 2013 - 2023.",
        "Cuộc giám sát ngày 10/5/2023 trong báo cáo giai đoạn 2013 - 2023.",
    ),
    "SUP013": (
        (
            "Kế hoạch, quyết định và văn bản yêu cầu cần đến đơn vị được giám sát ít nhất 15 ngày trước "
            "ngày đoàn làm việc để đơn vị chuẩn bị."
        ),
        "Kế hoạch gửi ngày 01/5/2023, đoàn làm việc ngày 10/5/2023.",
        "Kế hoạch gửi ngày 20/4/2023, đoàn làm việc ngày 10/5/2023.",
    ),
    "SUP014": (
        ("Đơn vị được giám sát cần gửi báo cáo ít nhất 7 ngày trước ngày đoàn làm việc để đoàn nghiên cứu."),
        "Báo cáo nhận ngày 08/5/2023, đoàn làm việc ngày 10/5/2023.",
        "Báo cáo nhận ngày 03/5/2023, đoàn làm việc ngày 10/5/2023.",
    ),
    "SUP015": (
        (
            "Trưởng đoàn giám sát cần báo cáo kết quả trong thời hạn 15 ngày kể từ khi kết thúc giám sát. "
            "Khi hồ sơ không ghi ngày kết thúc, báo cáo trong 15 ngày kể từ ngày bắt đầu vẫn là đúng hạn; "
            "ngày báo cáo ghi trước ngày kết thúc thì chưa đủ số liệu để đối chiếu."
        ),
        "Kết thúc ngày 12/5/2023, báo cáo kết quả ngày 30/6/2023.",
        "Kết thúc ngày 12/5/2023, báo cáo kết quả ngày 20/5/2023.",
    ),
    "TRD001": (
        (
            "Số lũy kế từ một ngày chỉ có thể tăng hoặc giữ nguyên từ báo cáo trước sang báo cáo sau. Đối "
            "chiếu khi hai kỳ bắt đầu cùng ngày và kỳ sau kết thúc muộn hơn; chỉ áp dụng cho số đếm việc "
            "đã diễn ra, vì số cán bộ, đoàn viên, hội viên có thể giảm."
        ),
        "45 hội nghị từ năm 2009 đến năm 2022, 40 hội nghị từ năm 2009 đến năm 2023.",
        "45 hội nghị và 52 hội nghị.",
    ),
    "TRD002": (
        (
            "Số liệu tăng ở một đơn vị thường cũng tăng ở các đơn vị khác, nên mức thay đổi được so với "
            "mức chung (trung vị) của các đơn vị. Chỉ đối chiếu số đủ lớn mà đủ số đơn vị có trong cả hai "
            "báo cáo; thay đổi gần một nghìn hay một triệu lần do quy tắc TRD006 đối chiếu."
        ),
        "Số hội nghị của một xã tăng từ 20 lên 450, các xã khác tăng một phần mười.",
        "Số hội nghị của xã đó tăng từ 20 lên 25.",
    ),
    "TRD004": (
        (
            "Số đếm của kỳ tổng kết N năm hiếm khi là bội số của N, trừ khi lấy số bình quân một năm nhân "
            "với N. Quy tắc chỉ nêu khi số lượng bội số nhiều đến mức rất khó xảy ra ngẫu nhiên; ô có hai "
            "số thì tính cả hai, dòng tổng và dòng thành phần đều được tính."
        ),
        "30, 45, 45, 150, 15 và 30 trong 15 năm.",
        "31, 44, 47, 153, 15 và 28 trong 15 năm.",
    ),
    "TRD005": (
        (
            "Bình quân cứ năm số đếm có một số tận cùng là 0 hoặc 5; nếu gần như tất cả đều như vậy thì có "
            "thể là số đã làm tròn. Quy tắc chỉ nêu khi số lượng số tròn nhiều đến mức rất khó xảy ra ngẫu "
            "nhiên."
        ),
        "30, 45, 45, 150, 15 và 30.",
        "31, 44, 47, 153, 15 và 28.",
    ),
    "TRD006": (
        (
            "Số liệu gấp hoặc kém kỳ trước khoảng một nghìn hay một triệu lần thường là đã ghi theo đơn vị "
            "tính khác."
        ),
        "Kỳ trước 4.100 người, kỳ này 4 (tính theo nghìn người).",
        "Kỳ trước 4.100 người, kỳ này 4.150.",
    ),
    "TXT001": (
        (
            "Dấu chấm ngăn nhóm hàng nghìn, dấu phẩy ngăn phần thập phân thì mỗi số chỉ đọc được một cách. "
            "Chỉ đối chiếu chỗ chắc chắn là số: có cả hai dấu, chia nhóm ba chữ số, hoặc đứng trước đơn vị "
            "tính; “2.1” trước chữ là số đề mục, “6,7,8” là liệt kê."
        ),
        "7,296.66 ha; 21.5 triệu đồng; 1,555 người.",
        "7.296,66 ha; 21,5 triệu đồng; 1.555 người.",
    ),
    "TXT002": (
        "Mỗi đề mục mang số liền sau đề mục cùng cấp đứng trước, hoặc bắt đầu lại từ 1.",
        "III, 1, 1.1, 1.2, 3.",
        "III, 1, 1.1, 1.2, 2.",
    ),
    "TXT003": (
        ("Từ thường dùng mà đặt dấu không đúng thì khó đọc, và khi tìm từ đó trong văn bản sẽ không thấy."),
        "“Trường ban công tác Mặt trận”, “bàn hành”, “Hang năm”.",
        "“Trưởng ban công tác Mặt trận”, “ban hành”, “Hằng năm”.",
    ),
    "TXT004": (
        (
            "Đoạn văn kết thúc mà không có dấu chấm, đoạn sau lại bắt đầu bằng chữ thường, là đoạn bị "
            "ngắt, phần nhiều do sang trang. Các đoạn được nhận biết theo dòng trống; phần lời không có "
            "dòng trống thì mỗi dòng là một đoạn."
        ),
        "“… tổ chức thành công Lễ ra”, một dòng trống, “mắt mô hình …”.",
        "“… tổ chức thành công Lễ ra mắt mô hình …”.",
    ),
    "TXT006": (
        ("Phần lời viết bằng bảng mã cũ chỉ hiển thị đúng ở máy có phông chữ cũ, và không tìm kiếm được."),
        "“nh©n d©n x· Hång Kim” (TCVN3), “nhaân daân xaõ” (VNI).",
        "“nhân dân xã Hồng Kim”.",
    ),
    "TXT007": (
        (
            "Báo cáo chỉ đếm số người; những số có thể dùng để tìm ra một người thì không được đưa vào báo "
            "cáo. Phát hiện chỉ in một phần của số đó; số điện thoại cơ quan không phải dữ liệu cá nhân, "
            "số điện thoại cố định không đối chiếu. Trước ngày 01/7/2023, đây là thông lệ và ở mức Cảnh "
            "báo."
        ),
        "“bà N., CCCD 046…, điện thoại 0914…”.",
        "“một hộ nghèo ở thôn A”.",
    ),
    "TXT008": (
        (
            "Số liệu ghi dưới một tên sai thì không được đối chiếu với số nào, nên sai cũng không ai thấy. "
            "Đối chiếu tên chỉ tiêu của số liệu trong lời văn, của kỳ số liệu, của cách ghi số, và đơn vị. "
            "Tên do người dùng tự đặt, không giống tên nào của mttq, thì không bị coi là sai."
        ),
        "Số liệu của “population.housholds”; 15 “conferencs”.",
        "Số liệu của “population.households”; 15 “conferences”.",
    ),
    "TXT009": (
        (
            "Tỷ lệ phần trăm trong câu là thương của hai số trong câu đó, làm tròn. Chỉ đối chiếu câu có một "
            "cách đọc, như “57/60 khu dân cư, đạt 95%” hay “946 hộ, trong đó hộ nghèo 488 hộ, chiếm 51,59%”. "
            "Số ước lượng, mức tăng, giảm và tỷ lệ so với kế hoạch, so với đối tượng chỉ nêu bằng lời thì "
            "không đối chiếu; tỷ lệ cắt bớt chữ số thay vì làm tròn không bị coi là sai."
        ),
        "100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 66,24%.",
        "100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 60,24%.",
    ),
    "TXT010": (
        (
            "Người, hộ, cuộc đếm bằng số nguyên nên với một số nhỏ chỉ có ít tỷ lệ phần trăm là có thể. Câu "
            "chỉ nêu một số kèm tỷ lệ thì phải có một tổng số mà số đó chiếm đúng tỷ lệ ấy, hoặc có một số "
            "chiếm đúng tỷ lệ ấy trong tổng số đã nêu."
        ),
        "Ngoài Đảng 22 người (tỷ lệ 21,34%): trên 103 là 21,36%, trên 104 là 21,15%.",
        "Ngoài Đảng 22 người (tỷ lệ 21,36%).",
    ),
    "UNI001": (
        "Đơn vị báo cáo phải có trong danh mục đơn vị vào thời điểm số liệu, theo mã hoặc theo tên.",
        "Báo cáo tháng 12/2025 của xã Hồng Trung, xã chỉ có đến năm 2019.",
        "Báo cáo tháng 12/2018 của xã này.",
    ),
    "UNI002": (
        (
            "Đơn vị thành lập sau đầu kỳ báo cáo cần có số liệu của các đơn vị cũ. Coi là đã có khi phần "
            "lời nêu riêng số liệu của từng đơn vị cũ."
        ),
        "Xã thành lập năm 2019, báo cáo số liệu từ năm 2009.",
        "Xã đó báo cáo kèm số liệu của cả hai xã cũ đến năm 2019.",
    ),
    "UNI003": (
        (
            "Đơn vị cấp huyện và thị trấn chỉ có đến hết ngày 30/6/2025, đặc khu có từ ngày hôm sau. Quy "
            "tắc đối chiếu cả đơn vị báo cáo và đơn vị cấp trên đã ghi; số liệu trước và sau ngày đó đều "
            "được đối chiếu."
        ),
        "Số liệu tháng 12/2025 của một xã thuộc huyện A Lưới.",
        "Số liệu tháng 12/2025 của một xã thuộc thành phố Huế.",
    ),
    "UNI004": (
        (
            "Mã được dùng lại thì vào thời điểm khác là mã của đơn vị khác; tên đơn vị và thời điểm báo "
            "cáo cho biết là đơn vị nào."
        ),
        "Mã 26740, số liệu tháng 12/2025, tên ghi là tên phường trước đây mang mã này.",
        "Mã 26740, số liệu tháng 12/2024, tên ghi là tên phường đó.",
    ),
    "UNI005": (
        (
            "Số thôn, tổ dân phố ở phần lời và phụ lục là một, và mỗi nơi có một Ban công tác Mặt trận. "
            "Luật giao Ủy ban MTTQ cấp xã thành lập các ban; việc mỗi khu dân cư có một ban là theo thông "
            "lệ."
        ),
        "Phần lời ghi 5 thôn, phụ lục ghi 6.",
        "Phần lời ghi 5 thôn, phụ lục ghi 5, có 5 Ban công tác Mặt trận.",
    ),
    "UNI006": (
        "Các xã được sáp nhập chính là các đơn vị cũ mà phần lời nêu tên, nên hai số nên khớp nhau.",
        "Phần lời nêu hai xã cũ, phụ lục ghi 1 đơn vị sáp nhập.",
        "Phần lời nêu hai xã cũ, phụ lục ghi 2 đơn vị.",
    ),
    "UNI007": (
        (
            "Không hộ nào vừa là hộ nghèo vừa là hộ cận nghèo, nên hai loại cộng lại không thể nhiều hơn "
            "tổng số hộ. Ngoài thời gian áp dụng các văn bản quy định hai loại hộ tách nhau, từng loại "
            "được so riêng với tổng số hộ."
        ),
        "488 hộ nghèo và 513 hộ cận nghèo, tổng số 946 hộ.",
        "488 hộ nghèo và 153 hộ cận nghèo, tổng số 946 hộ.",
    ),
    "UNI008": (
        (
            "Tỷ lệ đã ghi là tử số chia mẫu số rồi làm tròn, nên dùng để thử lại cả hai số. Tỷ lệ bị cắt "
            "bớt chữ số thay vì làm tròn do quy tắc UNI011 đối chiếu."
        ),
        "480 hộ trong tổng số 946 hộ, tỷ lệ 51,59%.",
        "488 hộ trong tổng số 946 hộ, tỷ lệ 51,59%.",
    ),
    "UNI009": (
        "Mỗi hộ có một số ít nhân khẩu, nên bình quân nhân khẩu mỗi hộ nằm trong một khoảng nhất định.",
        "35.680 nhân khẩu, 946 hộ.",
        "3.568 nhân khẩu, 946 hộ.",
    ),
    "UNI010": (
        (
            "Đảng viên nằm trong dân số của đơn vị, và mỗi chi bộ có ít nhất ba đảng viên. Đây là cảnh báo "
            "vì đảng viên có thể cư trú nơi khác, và quy tắc được lập khi chưa đọc trực tiếp Điều lệ Đảng."
        ),
        "12 chi bộ, 35 đảng viên.",
        "12 chi bộ, 350 đảng viên.",
    ),
    "UNI011": (
        (
            "Tỷ lệ cần được làm tròn, không bỏ bớt chữ số: 34,996% ghi là 35,00%, không ghi là 34,99%. Đây "
            "là cảnh báo vì cả hai số đều khớp với tỷ lệ, trừ chữ số cuối."
        ),
        "499 hộ trong tổng số 946 hộ, tỷ lệ 52,74%.",
        "499 hộ trong tổng số 946 hộ, tỷ lệ 52,75%.",
    ),
    "XRP001": (
        (
            "Bản thứ hai của báo cáo cho cùng thời gian nên nêu rõ đã sửa số liệu nào; quy tắc này liệt kê "
            "các số đó. Mọi số ở phụ lục và phần dân số khác với bản trước đều được nêu, kể cả ô trước đây "
            "để trống; đây là lưu ý vì sửa số liệu không phải là lỗi."
        ),
        "Bản này ghi 488 hộ nghèo, bản trước ghi 480, không nêu gì thêm.",
        "Bản này ghi 488 hộ nghèo, có nêu 480 ở bản trước là số ghi nhầm.",
    ),
    "XRP002": (
        (
            "Báo cáo của hai cơ quan (Mặt trận, Ủy ban nhân dân, cơ quan thống kê) về cùng một đơn vị cần "
            "khớp nhau. Mỗi số liệu phụ lục, dân số, kinh tế được so với cơ quan khác đầu tiên có số đó "
            "cho cùng thời gian; số làm tròn, số ước lượng khớp khi khoảng giá trị gặp nhau, “hơn 2,7” "
            "được hiểu là dưới 2,8."
        ),
        "Báo cáo của Mặt trận ghi 488 hộ nghèo, của Ủy ban nhân dân ghi 513.",
        "Cả hai báo cáo ghi 488.",
    ),
    "XRP003": (
        (
            "Hai đơn vị hiếm khi có số liệu giống nhau hàng loạt, trừ khi báo cáo này lập từ báo cáo kia. "
            "So các số đủ lớn ở phụ lục, dân số, hoặc các số ở phần lời cùng ba từ hai bên; câu chữ không "
            "có số, câu nhiều đơn vị dùng chung, số của văn bản, ngày, năm và 100% không tính; dưới mười "
            "số thì không đối chiếu."
        ),
        "38 trong tổng số 40 số liệu của xã giống xã bên cạnh.",
        "5 trong tổng số 40 số liệu giống nhau.",
    ),
    "XRP004": (
        (
            "Phần lời nêu tên đơn vị mình, đơn vị cấp trên, cấp dưới và đơn vị cũ; tên đơn vị khác có thể "
            "còn lại từ báo cáo khác, đề nghị kiểm tra. Chỉ tính tên có kèm loại đơn vị (“xã Hồng Trung”) "
            "của các đơn vị cùng đợt đối chiếu hoặc trong danh mục."
        ),
        "Phần lời báo cáo của xã Quảng Nhâm ghi “nhân dân xã Hồng Trung”.",
        "Phần lời ghi “nhân dân xã Quảng Nhâm”.",
    ),
    "XRP005": (
        "Số liệu mà báo cáo dẫn từ cơ quan khác cần bằng số liệu của chính báo cáo.",
        "Báo cáo ghi 488 hộ nghèo và ghi “theo Phòng Lao động - Thương binh và Xã hội: 513 hộ”.",
        "Cả hai nơi ghi 488.",
    ),
}
