import type { AmountFault } from './money/parse.ts';

/** Where something is wrong, for the rules that hold for a file and for a keyed cell alike. */
export interface ProblemPlace {
  /** a JSON path, or a place in the book */
  readonly where: string;
  /** what the clerk was doing; absent: importing */
  readonly doing?: '录入';
}

/**
 * Everything that can be wrong with what a person gives us, with what each sentence needs to know. `where` is a JSON
 * path, a file, or a place in the book.
 */
interface ProblemDetails {
  // the interchange file
  'not-json': { where: string; place: string };
  'not-utf8': { where: string };
  'duplicate-key': { where: string; key: string };
  'not-interchange': { where: string };
  'newer-interchange': { where: string; found: string };
  'unknown-key': { where: string; key: string; known: readonly string[] };
  'missing-key': { where: string; key: string };
  'wrong-type': { where: string; expected: string };
  'unknown-word': ProblemPlace & { what: string; found: string; known: readonly string[] };
  'bad-year': { where: string; found: string };
  'bad-unit-code': { where: string; found: string };
  'duplicate-unit': { where: string; code: string };
  'duplicate-year': { where: string; year: number };
  'malformed-code': ProblemPlace & { code: string; digits: string };
  'not-an-item': ProblemPlace & { code: string; level: '类' | '款'; wanted: '项' | '款' };
  'unknown-class': ProblemPlace & { code: string };
  'government-code': ProblemPlace & { code: string };
  'bad-amount': { where: string; text: string; fault: AmountFault; unitName: string; decimals: number };
  'bad-count': ProblemPlace & { text: string };
  'bad-score': ProblemPlace & { text: string };
  'bad-text': { where: string; most: number };
  'fund-not-taken': ProblemPlace & { column: string; fund: string; takes: readonly string[]; note?: string };
  'measure-not-taken': ProblemPlace & { column: string; measure: string; takes: readonly string[] };
  'duplicate-address': { where: string; address: string; what?: '批注' };
  'balance-both': ProblemPlace & { unit: string; fund: string };
  'adjustment-fund': ProblemPlace;
  'adjustment-reason': ProblemPlace;
  'duplicate-card': { where: string; id: string };
  'duplicate-register': { where: string; register: string };
  'bad-card': { where: string; fault: string };
  'register-differs': { unit: string; register: string };
  // the book file
  'file-missing': { file: string };
  'not-a-book': { file: string };
  'damaged-book': { file: string; detail: string };
  'protected-book': { file: string };
  'newer-book': { file: string; found: number; known: number };
  'book-busy': { file: string };
  'cannot-read': { file: string; detail: string };
  'cannot-write': { file: string; detail: string };
  'disk-full': { file: string };
  'backup-failed': { file: string; detail: string };
  'migration-failed': { file: string; version: number; detail: string };
  // what is asked of a book
  'no-book-open': Record<never, never>;
  'unknown-recent-book': Record<never, never>;
  'year-without-figures': { year: number; known: readonly number[] };
  'unknown-unit': { unit: string; year: number; known: readonly string[] };
  'unknown-profile': { profile: string; known: readonly string[] };
  'unknown-cell': { table: string };
  'other-department': { mine: string; theirs: string };
  'import-conflict': { address: string; mine: string; theirs: string; more: number };
  'department-differs': { what: string; mine: string; theirs: string };
  'sum-too-large': { year: number; doing?: '录入' };
  // setting a book up
  'unit-code-twice': { year: number; code: string };
  /** `doing`: what was to be done with a unit that has something */
  'unit-has-figures': { year: number; unit: string; what: string; doing: '移去' | '改代码' };
  'year-not-opened': { reason: string };
  'unit-differs': { year: number; code: string; mine: string; theirs: string };
  'year-locked': { year: number | null };
  'year-not-locked': { year: number };
  'unlocked-without-reason': { year: number };
  // registers
  'kept-in-register': Record<never, never>;
  /** `fault`: what is wrong with the card, as a sentence */
  'card-refused': { fault: string };
  'card-changed': Record<never, never>;
  // keying
  'bad-value': { where: string; value: string };
  /** `what`: what somebody wanted to put there */
  'adjustment-not-keyed': { what: string };
  'reason-not-taken': { where: string };
  'explained-nowhere': Record<never, never>;
  'undo-conflict': { address: string };
  // one writer, and copies
  'book-in-use': { file: string };
  'book-moved': { file: string };
  'backup-not-made': { file: string; detail: string };
  'unknown-backup': { file: string };
  'unusable-backup': { file: string; detail: string };
  // rows of the clerk's own, each with an id
  'bad-row-id': { where: string; found: string };
  'row-in-two-units': { where: string; row: string; units: readonly string[] };
  'row-with-two-texts': { where: string; row: string; column: string; one: string; other: string };
  'row-without-name': ProblemPlace & { row: string; unit: string };
  // 报表格式
  'not-profile-file': { where: string };
  'newer-profile-file': { where: string; found: string };
  'profile-unknown-key': { where: string; key: string };
  /** `law`: what is wrong, in the words of profileSchema */
  'profile-rule': { where: string; law: string };
  'duplicate-profile': { where: string; id: string };
  'built-in-profile': { where: string; id: string; doing: '导入' | '保存' | '删除' };
  'profile-in-use': { name: string };
  // a workbook to compare with
  // `doing`: what was to be done with it; absent: comparing
  'not-a-workbook': { file: string; doing?: '导入' };
  'workbook-encrypted': { file: string; doing?: '导入' };
  'workbook-too-large': { file: string; doing?: '导入' };
  'workbook-damaged': { file: string; doing?: '导入' };
  'no-public-tables': { file: string; sheet: string; reason: string };
  // taking in
  'unknown-import': Record<never, never>;
  'import-not-ready': { reason: string };
  'import-cancelled': Record<never, never>;
  'pasted-codes': { code: string };
  /** the book, or what was decided, is no longer what the preview showed */
  'import-changed': Record<never, never>;
  // the command line
  'export-over-book': { file: string };
  usage: { detail: string };
  'unknown-format': { found: string; known: readonly string[] };
  /** a mistake of ours */
  internal: { detail: string };
}

export type ProblemCode = keyof ProblemDetails;

/** What went wrong, as one sentence for the clerk: what happened, where, what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
}

const again = (d: ProblemPlace) => d.doing ?? '导入';
const read = (d: { readonly doing?: '导入' }) => d.doing ?? '核对';
const list = (words: readonly (string | number)[]) => words.join('、');

const AMOUNT_FAULTS: Readonly<Record<AmountFault, string>> = {
  'not-a-number': '不是金额，只能有数字、一个小数点和千分位逗号',
  grouping: '千分位逗号的位置不对，无法确定是多少，去掉逗号或每三位一个',
  'too-many-decimals': '小数位太多，不能舍去，核对原数',
  'two-signs': '有两个正负号，只留一个',
  'leading-zero': '以 0 开头，像编码不像金额，核对是否错列',
  'inner-space': '数字中间有空格，去掉空格',
  'too-large': '超过 10 万亿元，核对单位是元还是万元',
};

const SENTENCES: { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string } = {
  'not-json': (d) =>
    `${d.where} 不是有效的 JSON 文件${d.place === '' ? '' : `（${d.place}读不懂）`}，用导出它的程序重新导出。`,
  'not-utf8': (d) => `${d.where} 不是 UTF-8 编码，中文会变成乱码，另存为 UTF-8 后再导入。`,
  'duplicate-key': (d) => `${d.where} 里“${d.key}”写了两次，程序不知道用哪个，只留一个后再导入。`,
  'not-interchange': (d) =>
    `${d.where} 不是账簿交换文件，开头应有 "format": "mingzhang-book/1"，核对是否选错了文件。`,
  'newer-interchange': (d) =>
    `${d.where} 的格式是 ${d.found}，比本程序认识的 mingzhang-book/1 新，用较新版本的明账打开，或让对方按 mingzhang-book/1 导出。`,
  'unknown-key': (d) =>
    `${d.where} 有不认识的项目“${d.key}”，这里只能是 ${list(d.known)}，改名或删去后再导入。`,
  'missing-key': (d) => `${d.where} 缺少“${d.key}”，补上后再导入。`,
  'wrong-type': (d) => `${d.where} 应是${d.expected}，改正后再导入。`,
  'unknown-word': (d) =>
    `${d.where} 的${d.what}“${d.found}”不认识，这里只能是 ${list(d.known)}，改正后再${again(d)}。`,
  'bad-year': (d) => `${d.where} 的年度“${d.found}”不对，应是 2000 到 2099 之间的整数，改正后再导入。`,
  'bad-unit-code': (d) =>
    `${d.where} 的单位代码“${d.found}”不对，只能用 1 到 20 位数字、字母或短横，改正后再导入。`,
  'duplicate-unit': (d) => `${d.where} 的单位代码 ${d.code} 在同一年度出现了两次，改代码或合并后再导入。`,
  'duplicate-year': (d) => `${d.where} 的年度 ${d.year} 出现了两次，合并成一个年度后再导入。`,
  'malformed-code': (d) =>
    `${d.where} 的科目编码“${d.code}”不是 ${d.digits} 位数字，对照科目表改正后再${again(d)}。`,
  'not-an-item': (d) =>
    `${d.where} 的科目编码 ${d.code} 是${d.level}级，这里要录到${d.wanted}级，${d.level}的数由程序汇总，改成${d.wanted}级编码后再${again(d)}。`,
  'unknown-class': (d) =>
    `${d.where} 的科目编码 ${d.code} 的类 ${d.code.slice(0, 3)} 不在科目表里，对照科目表改正后再${again(d)}。`,
  'government-code': (d) =>
    `${d.where} 的 ${d.code} 是政府预算经济分类，这里要用部门预算经济分类（301 至 399），改正后再${again(d)}。`,
  'bad-amount': (d) =>
    d.fault === 'too-many-decimals'
      ? `${d.where} 的金额“${d.text}”小数位太多，${d.unitName}最多 ${d.decimals} 位，不能舍去，核对原数后再导入。`
      : `${d.where} 的金额“${d.text}”${AMOUNT_FAULTS[d.fault]}，改正后再导入。`,
  'bad-count': (d) => `${d.where} 的数量“${d.text}”不对，应是 0 或正整数，改正后再${again(d)}。`,
  'bad-score': (d) => `${d.where} 的得分“${d.text}”不对，应是 0 到 100，最多两位小数，改正后再${again(d)}。`,
  'bad-text': (d) => `${d.where} 没有存入：只能是一行文字，最多 ${d.most} 字，改短或去掉换行后再录入。`,
  'fund-not-taken': (d) =>
    `${d.where} 的“${d.column}”不能用资金“${d.fund}”，${d.takes.length > 0 ? `只能是 ${list(d.takes)}` : '这里不录数'}${d.note === undefined ? '' : `（${d.note}）`}，改正资金或列后再${again(d)}。`,
  'measure-not-taken': (d) =>
    `${d.where} 的“${d.column}”没有“${d.measure}”，只有 ${list(d.takes)}，改正后再${again(d)}。`,
  'duplicate-address': (d) =>
    `${d.where} 与前面重复：${d.address} 已经有一个${d.what ?? '数'}，只留一个后再导入。`,
  'balance-both': (d) =>
    `${d.where}：单位 ${d.unit} 的${d.fund}结转结余既有分项的行又有不分项的行，两种只用一种，删去另一种后再${again(d)}。`,
  'adjustment-fund': (d) =>
    d.doing === undefined
      ? `${d.where} 的差额表行用了财政拨款，差额表只抵销单位之间的非财政拨款往来，改成 "other" 或删去后再导入。`
      : `${d.where} 没有存入差额表：它只抵销单位之间的非财政拨款往来，财政拨款从不抵销，换成非财政拨款资金再录入。`,
  'adjustment-reason': (d) =>
    d.doing === undefined
      ? `${d.where} 的差额表行没有写原因（reason），补上抵销的是哪笔往来后再导入。`
      : `${d.where} 没有存入差额表：没有抵销理由，在“抵销理由”里写明抵销的是哪笔往来再录入。`,
  'duplicate-card': (d) => `${d.where} 的 id“${d.id}”与前面的卡片重复，没有导入，换一个 id，或去掉一张。`,
  'duplicate-register': (d) =>
    `${d.where} 的${d.register}登记簿在文件里有两处，没有导入，登记簿不分年度，只留一处。`,
  'bad-card': (d) => `${d.where} 没有导入：${d.fault}`,
  'register-differs': (d) =>
    `单位 ${d.unit} 的${d.register}登记簿在账簿里已有，与文件里的不同，没有导入，登记簿只在一本账簿里登记。`,
  'file-missing': (d) => `找不到文件 ${d.file}，核对文件名和位置，U 盘是否插好。`,
  'not-a-book': (d) => `${d.file} 不是明账的账簿（*.mzb），核对是否选错了文件。`,
  'damaged-book': (d) =>
    `账簿 ${d.file} 已损坏（${d.detail}），没有打开，从最近的备份恢复，或复制一份好的文件来。`,
  'newer-book': (d) =>
    `账簿 ${d.file} 由较新版本的明账写成（格式 ${d.found}，本程序认识到 ${d.known}），升级明账后再打开。`,
  'protected-book': (d) => `账簿 ${d.file} 有写保护，打不开，复制到可以写的文件夹后再打开。`,
  'book-busy': (d) => `账簿 ${d.file} 正被另一个程序使用，关掉那个程序后再试。`,
  'cannot-read': (d) => `读不了 ${d.file}（${d.detail}），核对位置和权限后再试。`,
  'cannot-write': (d) => `写不进 ${d.file}（${d.detail}），换一个能写的位置，或关掉正在打开它的程序后再试。`,
  'disk-full': (d) => `磁盘已满，${d.file} 没有写成，腾出空间后再试。`,
  'backup-failed': (d) =>
    `升级账簿前的备份 ${d.file} 没有做成（${d.detail}），账簿没有改动，腾出空间后再打开。`,
  'migration-failed': (d) =>
    `账簿 ${d.file} 升级到格式 ${d.version} 时出错（${d.detail}），账簿保持原样，把这句话报给维护人员。`,
  'no-book-open': () => '没有打开的账簿，先在起始页打开一本。',
  'unknown-recent-book': () => '最近的账簿里没有这一本，用“打开账簿”找到它。',
  'year-without-figures': (d) =>
    `账簿里 ${d.year} 年度没有数，${d.known.length > 0 ? `有数的年度是 ${list(d.known)}` : '账簿是空的'}，换一个年度或先导入。`,
  'unknown-unit': (d) =>
    `账簿 ${d.year} 年度里没有单位 ${d.unit}，${d.known.length > 0 ? `有的单位是 ${list(d.known)}` : '这个年度还没有单位'}，改正单位代码后再试。`,
  'unknown-profile': (d) => `没有报表格式“${d.profile}”，可用的是 ${list(d.known)}，改正后再试。`,
  'unknown-cell': (d) => `表 ${d.table} 里没有这一格，刷新页面后再试。`,
  'other-department': (d) =>
    `文件里是“${d.theirs}”，账簿属于“${d.mine}”，没有导入，核对文件，或导入到一本新账簿。`,
  'import-conflict': (d) =>
    `${d.address} 在账簿里已经是 ${d.mine}，文件里是 ${d.theirs}${d.more > 0 ? `，另有 ${d.more} 处不同` : ''}，没有导入任何数，先改成一致再导入。`,
  'department-differs': (d) =>
    `部门的${d.what}在账簿里是“${d.mine}”，文件里是“${d.theirs}”，没有导入，先改成一致再导入。`,
  'sum-too-large': (d) =>
    `${d.year} 年度同一张录入表的数加起来超过 18 万亿元，没有${d.doing ?? '导入'}，核对金额单位是元还是万元。`,
  'unit-differs': (d) =>
    `${d.year} 年度单位 ${d.code} 在账簿里是“${d.mine}”，文件里是“${d.theirs}”，没有导入，先改成一致再导入。`,
  'unit-code-twice': (d) => `${d.year} 年度有两个单位用了代码 ${d.code}，没有存入，给其中一个换一个代码。`,
  'unit-has-figures': (d) =>
    d.doing === '移去'
      ? `单位 ${d.unit} 在 ${d.year} 年度有${d.what}，没有移去，先删去它的${d.what}，或留着这个单位。`
      : `单位 ${d.unit} 在 ${d.year} 年度有${d.what}，代码没有改，${d.what}都记在原来的代码下，保留原代码。`,
  'year-not-opened': (d) => d.reason,
  'year-locked': (d) =>
    `${d.year === null ? '这个年度' : `${d.year} 年度`}已锁定，没有改动，要改的先在“单位与年度”里写明原因解锁。`,
  'year-not-locked': (d) => `${d.year} 年度没有锁定，不用解锁。`,
  'unlocked-without-reason': (d) => `${d.year} 年度没有解锁：没有写原因，写明为什么要改已锁定的数。`,
  'kept-in-register': () =>
    '公务用车的购置数和保有量由登记簿计算，没有存入，到“资产与车辆”的“公务用车”里登记增加、变动或处置。',
  'card-refused': (d) => `没有登记：${d.fault}`,
  'card-changed': () => '这条记录已被改正或作废，没有登记，重新打开卡片再改。',
  'bad-value': (d) =>
    `${d.where} 的数 ${d.value} 没有存入：不是整数分，或超过 10 万亿元，核对单位是元还是万元后再录入。`,
  'explained-nowhere': () =>
    '这一条不属于某一个单位，或者不要求说明，写的话没有地方存，改在单位的那一条里写。',
  'adjustment-not-keyed': (d) =>
    `${d.what}没有存入差额表：它只抵销收入和支出里单位之间的非财政拨款往来，每个数带一条理由，在这两张录入表里录入。`,
  'reason-not-taken': (d) => `${d.where} 带了抵销理由，没有存入：只有差额表的数有理由，去掉理由再录入。`,
  'undo-conflict': (d) =>
    `${d.address} 现在不是那一步留下的样子，没有撤销也没有重做，账簿没有改动，手工改正这一格。`,
  'book-in-use': (d) =>
    `账簿 ${d.file} 正在另一个明账窗口里打开，为免两边互相覆盖没有打开，关掉那个窗口后再打开。`,
  'book-moved': (d) =>
    `账簿文件 ${d.file} 被移走或换成了别的文件，没有存入，把原来的文件放回去再存，或关闭账簿后从备份恢复。`,
  'backup-not-made': (d) =>
    `账簿 ${d.file} 的备份没有做成（${d.detail}），原有的备份都在，核对磁盘空间和备份文件夹后再备份。`,
  'unknown-backup': (d) => `备份文件夹里没有 ${d.file}，没有恢复，在备份列表里另选一份。`,
  'unusable-backup': (d) =>
    `备份 ${d.file} 不能用（${d.detail}），没有恢复，账簿没有改动，在备份列表里另选一份。`,
  'bad-row-id': (d) =>
    `${d.where} 的行标识“${d.found}”不对，只能用 1 到 40 位数字、字母或短横，改正后再导入。`,
  'row-in-two-units': (d) =>
    `${d.where} 的行标识 ${d.row} 在同一年度用于 ${list(d.units)} 两个单位，部门的表会把它们加成一行，各用一个标识后再导入。`,
  'row-with-two-texts': (d) =>
    `${d.where} 的行 ${d.row}，${d.column}前面是“${d.one}”，这里是“${d.other}”，一个标识只能是一项，改正后再导入。`,
  'row-without-name': (d) =>
    `${d.where} 里单位 ${d.unit} 没有标识为 ${d.row} 的一行，先录入这一行的名称，或改正标识后再${again(d)}。`,
  'not-profile-file': (d) =>
    `${d.where} 不是报表格式文件，开头应有 "format": "mingzhang-profile/1"，核对是否选错了文件。`,
  'newer-profile-file': (d) =>
    `${d.where} 的格式是 ${d.found}，比本程序认识的 mingzhang-profile/1 新，用较新版本的明账导入，或让对方按 mingzhang-profile/1 导出。`,
  'profile-unknown-key': (d) => `${d.where} 有不认识的项目“${d.key}”，改名或删去后再导入。`,
  'profile-rule': (d) => `${d.where} 不对：${d.law}，改正后再导入。`,
  'duplicate-profile': (d) =>
    `${d.where} 的标识 ${d.id} 与前面的报表格式相同，每个报表格式要有自己的标识，改正后再导入。`,
  'built-in-profile': (d) =>
    d.doing === '删除'
      ? `${d.where} 是明账自带的报表格式，不能删除，不用它时换用另一个即可。`
      : `${d.where} 的标识 ${d.id} 属于明账自带的报表格式，自带的不能改动，换一个标识后再${d.doing}。`,
  'profile-in-use': (d) =>
    `报表格式“${d.name}”正用来排印这本账簿的公开表，没有删除，先换用另一个报表格式再删除。`,
  'not-a-workbook': (d) => `${d.file} 不是 Excel 或 WPS 工作簿，没有${read(d)}，看看是否选错了文件。`,
  'workbook-encrypted': (d) =>
    `${d.file} 加了密码，打不开，没有${read(d)}，取消密码后另存为 xlsx 再${read(d)}。`,
  'workbook-too-large': (d) =>
    `${d.file} 太大（文件超过 50 MB，或展开后超过限度），没有${read(d)}，只留${d.doing === undefined ? '公开表' : '要用的表'}另存为 xlsx 后再${read(d)}。`,
  'workbook-damaged': (d) =>
    `${d.file} 内容不完整，读不出来，没有${read(d)}，用 Excel 或 WPS 打开，另存为 xlsx 后再${read(d)}。`,
  'no-public-tables': (d) =>
    `${d.file} 里没有认出一张公开表（工作表“${d.sheet}”：${d.reason}），没有核对，核对是否选错了文件或年度。`,
  'unknown-import': () => '这个文件已经不在手边，没有导入，重新选择文件。',
  'pasted-codes': (d) =>
    `没有粘贴：第一列是科目编码（${d.code}），不是金额，只复制金额的列，或在“导入”里粘贴，那里按编码对行。`,
  'import-cancelled': () => '已停止，一张卡片也没有存入，账簿没有改动。',
  'import-not-ready': (d) => `没有导入：${d.reason}`,
  'import-changed': () => '没有导入：看过差异以后账簿又有改动，已重新比对，看过与账簿的差异再并入。',
  'export-over-book': (d) => `${d.file} 是账簿的文件名，导出的内容不能写在账簿上，换一个文件名再导出。`,
  usage: (d) => d.detail,
  'unknown-format': (d) => `不认识导出格式“${d.found}”，可用的是 ${list(d.known)}，改正后再试。`,
  internal: (d) => `程序出错（${d.detail}），数据没有改动，把这句话报给维护人员。`,
};

/** Long enough for any name; a whole pasted column is not repeated to the clerk. */
const MOST_SHOWN = 80;

const WHOLE: ReadonlySet<string> = new Set(['file', 'where', 'address', 'law']);

/** Shows what a person gave us on one line: hidden characters by their number, long texts cut; file names stay whole. */
function shownDetail(key: string, detail: unknown): unknown {
  if (typeof detail !== 'string') return detail;
  const visible = detail.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, hiddenCharacter);
  const isWhole = WHOLE.has(key) || visible.length <= MOST_SHOWN;
  return isWhole ? visible : `${visible.slice(0, MOST_SHOWN)}…`;
}

function hiddenCharacter(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

export function problem<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): Problem {
  const shown = Object.fromEntries(
    Object.entries(details).map(([key, detail]) => [key, shownDetail(key, detail)]),
  ) as ProblemDetails[Code];
  return { code, message: SENTENCES[code](shown) };
}
