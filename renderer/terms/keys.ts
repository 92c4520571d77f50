interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

/** All keys, by where they act. None of them is the only way. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: '到处',
    keys: [
      ['F1', '名词解释'],
      ['Ctrl+/', '快捷键'],
      ['Ctrl+G', '转到页、科目、金额、表、单位'],
      ['F6', '下一个区域：顶栏、顺序、本页、右侧、状态'],
      ['Shift+F6', '上一个区域'],
      ['F4', '打开或收起右侧'],
      ['Esc', '放弃，收起'],
      ['Ctrl+Z', '撤销'],
      ['Ctrl+Y', '重做'],
    ],
  },
  {
    title: '检查',
    keys: [
      ['F9', '全部检查'],
      ['F8', '下一条问题'],
      ['Shift+F8', '上一条问题'],
      ['Ctrl+Enter', '存入说明或批注'],
    ],
  },
  {
    title: '录入',
    keys: [
      ['Enter', '存入，向下（可改为向右）'],
      ['Tab', '存入，向右'],
      ['F2', '改这一格'],
      ['Shift+F2', '批注'],
      ['Delete', '清空'],
      ['=', '算式，如 =1200+350.5'],
      ['Ctrl+C', '复制'],
      ['Ctrl+X', '剪切'],
      ['Ctrl+V', '粘贴，可来自 Excel'],
      ['Ctrl+D', '向下填充'],
      ['Ctrl+F', '在本表查找'],
      ['Ctrl+I', '加科目'],
      ['Ctrl+Tab', '同组的下一张录入表'],
      ['Ctrl+PgUp', '上一种资金'],
      ['Ctrl+PgDn', '下一种资金'],
      ['Alt+PgUp', '上一种口径：年初预算、全年预算、决算、上年决算'],
      ['Alt+PgDn', '下一种口径'],
      ['Alt+R', '差额表：到抵销理由'],
      ['Alt+T', '差额表：录入第一笔可能的往来'],
    ],
  },
  {
    title: '资产与车辆',
    keys: [
      ['Ctrl+I', '登记增加'],
      ['Ctrl+F', '查找车辆、设备、卡片'],
      ['Ctrl+Enter', '登记；读入卡片'],
    ],
  },
  {
    title: '公开表',
    keys: [
      ['Ctrl+E', '来历'],
      ['Ctrl+PgUp', '上一张表'],
      ['Ctrl+PgDn', '下一张表'],
      ['Ctrl+Shift+E', '导出'],
    ],
  },
];
