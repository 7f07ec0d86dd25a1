//! Words of the sheet into which documents and receipts are typed or pasted.
//! Never the sentence of a refusal: `say` words those.

super::labels! {
    TITLE_DOCUMENTS: "登记单据", "New documents";
    TITLE_RECEIPTS: "登记收款", "New receipts";
    HINT: "Tab 到下一格，Enter 保存本行；可从 Excel 或 WPS 粘贴多行。",
        "Tab goes on, Enter saves the row; paste many rows from Excel or WPS.";
    CONTRACT: "合同", "Contract";
    MEMO: "备注", "Memo";
    SAVE_ALL: "全部保存", "Save all";
    ALLOCATE: "保存时按最早到期核销", "Allocate to the oldest due on saving";
    SAVED_ONE: "已保存 {0}", "Saved {0}";
    SAVED_MANY: "已保存 {0} 行", "Saved {0} {0|row|rows}";
    NOT_SAVED_MANY: "{0} 行未保存，原因在行末", "{0} {0|row|rows} not saved; each says why";
    NEW_CUSTOMER: " · 新客户 {0}", " · new customer {0}";
    MISSING: "请填写{0}", "{0} is missing";
    SPOILED: "{0}已被表格软件改成科学计数，末位已丢失", "{0}: digits lost by a spreadsheet";
    PROPOSAL: "核销 {0}，余 {1} 未核销", "Allocates {0}; {1} stays unapplied";
    WAITING: "{0}（{1} 行未保存）", "{0} ({1} {1|row|rows} not saved)";
    BY_ITEM: "逐项核销…", "Allocate item by item…";
}
