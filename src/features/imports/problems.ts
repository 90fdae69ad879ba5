/** What can be refused or put aside by an import, and what marks a cell: each sentence says what to do. */
import { defineProblems } from '#platform/problems/problem.ts';

/** Refusals of a whole file or order. */
export const importProblems = defineProblems('imports', {
  'register-not-recognised': {
    kind: 'invalid',
    zh: '看不出这是哪个台账：没有一行列标题与台账相符。请指明台账并逐列对应一次，或下载模板对照列标题。',
    en: 'No line of headers fits a register. Name the register and say once what each column means, or compare the headers with the template.',
  },
  'sheets-empty': {
    kind: 'invalid',
    zh: '工作表都是空的，一个格子也没有填。请检查是否交错了文件，或导出时没有选中数据。',
    en: 'The sheets are empty: no cell holds anything. See whether this is the right file, or whether the data were left out of the export.',
  },
  'register-ambiguous': {
    kind: 'invalid',
    zh: '列标题同时符合几个台账（{registers}）。请指明是哪个；选择会记住。',
    en: 'The headers fit several registers ({registers}). Say which one it is; the choice is remembered.',
  },
  'register-unknown': { kind: 'invalid', zh: '没有名为“{register}”的台账。', en: 'There is no register named "{register}".' },
  'not-imported': {
    kind: 'invalid',
    zh: '“{register}”由平台自己写入，不接受导入。',
    en: 'The platform writes "{register}" itself; it is never imported.',
  },
  'header-not-found': {
    kind: 'invalid',
    zh: '没有找到“{register}”的列标题行。请对照模板，或在列标题对应表中指明各列。',
    en: 'No line of headers of "{register}" was found. Compare with the template, or say what each column means.',
  },
  'all-sheets-hidden': {
    kind: 'invalid',
    zh: '文件里的工作表全部是隐藏的，隐藏的工作表不读取。请取消隐藏要导入的工作表，保存后重新提交。',
    en: 'All sheets of the file are hidden, and hidden sheets are not read. Unhide the one that is meant, save, and send it again.',
  },
  'two-columns': {
    kind: 'invalid',
    zh: '“{first}”列和“{second}”列都对应“{field}”。请指明用哪一列；选择会记住。',
    en: 'The columns "{first}" and "{second}" both stand for "{field}". Say which one counts; the choice is remembered.',
  },
  'mapped-field-unknown': {
    kind: 'invalid',
    zh: '列标题对应表把“{header}”对应到“{field}”，台账没有这个字段。',
    en: 'The mapping gives "{header}" the field "{field}", which the register does not have.',
  },
  'data-date-wrong': {
    kind: 'invalid',
    zh: '数据日期“{date}”不是已经到来的日期。请写成 YYYY-MM-DD，且不晚于今天。',
    en: 'The data date "{date}" is no day that has come. Write YYYY-MM-DD, not after today.',
  },
  'full-needs-state': {
    kind: 'invalid',
    zh: '“{register}”是事件台账，没有全量名单。请用 --mode changes。',
    en: '"{register}" is a register of events and has no full list. Use --mode changes.',
  },
  'not-your-register': {
    kind: 'not-allowed',
    zh: '您没有导入《{register}》的权限。',
    en: 'You may not import the register “{register}”.',
  },
  'covers-unknown': { kind: 'invalid', zh: '没有编码为“{code}”的安置点。', en: 'There is no settlement with the code "{code}".' },
  'full-list-drops': {
    kind: 'conflict',
    zh: '全量名单比现有名单少{dropped}行（现有{standing}行，超过5%）。没有入库；请核对名单，确认无误后由另一人复核入库（在“导入”页打开这次导入；命令行用 --confirm）。',
    en: 'The full list leaves out {dropped} of {standing} standing rows (more than 5 %). Nothing was stored; check the list, then let a second person confirm it (on the page of this import, or with --confirm).',
  },
  'nothing-to-import': { kind: 'invalid', zh: '文件里没有数据行。', en: 'The file holds no rows of data.' },
  'manifest-invalid': { kind: 'invalid', zh: '{file} 的内容不对：{reason}。', en: '{file} is not right: {reasonEn}.' },
  'manifest-missing': {
    kind: 'not-found',
    zh: '文件夹 {folder} 中没有 manifest.json。请直接列出要导入的文件，或给出由 anju sample 生成的文件夹。',
    en: 'The folder {folder} has no manifest.json. Name the files themselves, or a folder that has one.',
  },
  'marked-not-writable': {
    kind: 'invalid',
    zh: '不能写入标红工作簿 {file}（{reason}），未导入任何内容。请指定另一个位置。',
    en: 'The marked workbook {file} cannot be written ({reasonEn}); nothing was imported. Name another place.',
  },
  'map-invalid': {
    kind: 'invalid',
    zh: '列标题对应表 {file} 不对：应为 JSON，每个列标题对应一个字段名或 null。',
    en: 'The mapping {file} is not right: it must be JSON that gives each header the name of a field or null.',
  },
  'import-not-found': { kind: 'not-found', zh: '没有导入 {import}。', en: 'There is no import {import}.' },
  'already-undone': { kind: 'conflict', zh: '导入 {import} 已经撤销过了。', en: 'Import {import} has already been taken back.' },
  'not-stored': {
    kind: 'conflict',
    zh: '导入 {import} 没有入库，无可撤销。',
    en: 'Import {import} was never stored; there is nothing to take back.',
  },
  'not-waiting': { kind: 'conflict', zh: '导入 {import} 不在等待复核。', en: 'Import {import} does not wait for a confirmation.' },
  'same-person': { kind: 'conflict', zh: '复核人须与导入人不同。', en: 'The person who confirms must not be the one who imported.' },
  'marked-withheld': {
    kind: 'not-allowed',
    zh: '这份表格含有您无权查看的健康或未成年人信息，只退回给导入的人，或有这两项权限的人。',
    en: 'This sheet holds data on health or minors that you may not see: it is handed back to who brought it, or to who may see both.',
  },
  'row-not-found': {
    kind: 'not-found',
    zh: '导入 {import} 没有等待处理的这一行（工作表{sheet}第{line}行）。',
    en: 'Import {import} has no such row to mend (sheet {sheet}, row {line}).',
  },
  'header-unknown': { kind: 'invalid', zh: '台账没有“{header}”这一列。', en: 'The register has no column "{header}".' },
  'nil-for-many': {
    kind: 'invalid',
    zh: '没有指明安置点，这份《{register}》零报告会记到{count}个安置点。没有记录任何内容；请指明安置点，或确认是全部（命令行用 --covers 或 --all）。',
    en: 'No settlement is named: this nil report of “{registerEn}” would stand for {count} settlements. Nothing was recorded: name them, or say that all are meant (--covers or --all).',
  },
  'cut-off': {
    kind: 'broken',
    zh: '导入时平台中断，这份表没有入库，一行也没有写入。请重新上传。',
    en: 'The platform stopped while this sheet was imported; not a row of it was stored. Send it again.',
  },
  'upload-gone': {
    kind: 'not-found',
    zh: '上传的文件已不在数据目录中。请重新上传。',
    en: 'The uploaded file is no longer in the data folder. Upload it again.',
  },
});

/** Remarks on a file that is taken all the same. */
export const importNotes = defineProblems('imports', {
  'marked-not-written': {
    kind: 'invalid',
    zh: '数据已按上述结果入库，但标红工作簿 {file} 没有写成（{reason}）。可在导入记录中下载。',
    en: 'The rows were stored as told above, but the marked workbook {file} was not written ({reasonEn}). It can be had from the list of imports.',
  },
  'already-sent': {
    kind: 'conflict',
    zh: '这个文件已经导入过（导入 {import}，数据日期 {date}）。',
    en: 'This file was already imported (import {import}, data date {date}).',
  },
  'headers-unknown': {
    kind: 'invalid',
    zh: '未取用的列：{headers}。如应取用，请指明对应的字段。',
    en: 'Columns that were not taken: {headers}. If they should be, say which fields they are.',
  },
  'columns-missing': {
    kind: 'invalid',
    zh: '没有必填列：{headers}。新增的行会因此退回。',
    en: 'Required columns are missing: {headers}. New rows will be refused for that.',
  },
  'merged-filled': {
    kind: 'invalid',
    zh: '工作表“{sheet}”中向下合并的单元格（{count}处，如 {cells}）：其值已用于所覆盖的每一行。如果金额本应分摊，请取消合并、逐行填写后重新提交。',
    en: 'Cells of sheet "{sheet}" that are merged downwards ({count}, as {cells}) count for every row that they cover. If an amount should have been divided among the rows, unmerge the cells, fill in every row, and send it again.',
  },
  'matched-later': {
    kind: 'invalid',
    zh: '此前待匹配的行中，有{rows}行已找到归属并入库。',
    en: 'Of the rows that waited, {rows} have found their place and were stored.',
  },
  'sheet-skipped': {
    kind: 'invalid',
    zh: '工作表“{sheet}”没有台账的列标题，未读取。',
    en: 'Sheet "{sheet}" has no headers of a register and was not read.',
  },
});

/** What refuses a row, puts it aside, or marks a cell. */
export const rowProblems = defineProblems('imports', {
  required: { kind: 'invalid', zh: '新增的行必须有“{field}”。请补填。', en: 'A new row needs "{field}". Fill it in.' },
  check: { kind: 'invalid', zh: '这一行须做到而没有做到：{rule}。请核对。', en: 'The row has to satisfy this and does not: {ruleEn}. Check it.' },
  'check-with-standing': {
    kind: 'invalid',
    zh: '这一行须做到而没有做到：{rule}。表中没有填写、而《{register}》中已有的是{standing}。请在这一行补上：填现在的内容，不再有的填“#清空”。',
    en: 'The row has to satisfy this and does not: {ruleEn}. The sheet does not state, and the register “{registerEn}” already holds, {standingEn}. State it in this row: what holds now, or “#清空” where nothing does.',
  },
  warn: { kind: 'invalid', zh: '请核对：{rule}。', en: 'Please check: {ruleEn}.' },
  'calc-differs': {
    kind: 'invalid',
    zh: '“{field}”由平台计算，与表中所填不同；以计算值为准。',
    en: '"{field}" is computed and differs from the sheet; the computed value holds.',
  },
  renewed: {
    kind: 'invalid',
    zh: '“{by}”变了，而“{field}”仍是原来的日期；以数据日期为准。如另有日期，请填实际日期。',
    en: 'The {byEn} changed, but the {fieldEn} is still the old one; the data date holds. If it is another day, state that day.',
  },
  'not-erasable': {
    kind: 'invalid',
    zh: '“{field}”是必填项，不能清空，只能改为别的内容。',
    en: '"{field}" is required: it cannot be erased, only replaced.',
  },
  'nobody-with-number': {
    kind: 'not-found',
    zh: '“{field}”的号码不在人口台账中。该行待匹配，人口台账更新后自动重试。',
    en: 'The number in "{field}" is in no household of the platform. The row waits and is tried again after the next import of persons.',
  },
  'no-household-with-number': {
    kind: 'not-found',
    zh: '“{field}”找不到对应的户。该行待匹配，搬迁户台账更新后自动重试。',
    en: '"{field}" leads to no household. The row waits and is tried again after the next import of households.',
  },
  'nobody-fits': {
    kind: 'not-found',
    zh: '没有号码，按姓名、出生日期和户找不到唯一的在册人员。请补填证件号码。',
    en: 'There is no number, and name, date of birth and household fit no single living person. Enter the identity number.',
  },
  'name-differs': {
    kind: 'conflict',
    zh: '“{field}”的号码与姓名不是同一人。请核对号码和姓名；该行等待人工确认。',
    en: 'Number and name in "{field}" are not the same person. Check both; the row waits for a person to decide.',
  },
  'numbers-differ': {
    kind: 'conflict',
    zh: '“{field}”的几列指向不同的对象。请核对；该行等待人工确认。',
    en: 'The columns of "{field}" lead to different rows. Check them; the row waits for a person to decide.',
  },
  'not-in-register': {
    kind: 'not-found',
    zh: '“{field}”所填在{target}中不存在。请核对编码或名称，或先导入{target}。',
    en: '"{field}" is not in the register {targetEn}. Check the code or name, or import that register first.',
  },
  'name-not-unique': {
    kind: 'conflict',
    zh: '“{field}”的名称对应几个{target}。请填编码。',
    en: 'The name in "{field}" fits several rows of {targetEn}. Enter the code.',
  },
  'key-missing': {
    kind: 'invalid',
    zh: '缺少“{field}”，无法确定这是哪一行。请补填。',
    en: 'Without "{field}" the row cannot be told apart. Fill it in.',
  },
  'key-twice': {
    kind: 'conflict',
    zh: '同一文件里有几行的关键字段相同而内容不同（{lines}）。请只留正确的一行。',
    en: 'Several rows of the file have the same key and differ ({lines}). Keep the right one.',
  },
  'not-unique': {
    kind: 'conflict',
    zh: '“{field}”与另一行重复，必须唯一。请核对。',
    en: '"{field}" also stands in another row; it must be unique. Check it.',
  },
  'outside-covers': {
    kind: 'invalid',
    zh: '该行属于安置点 {settlement}，不在本次声明的范围内。',
    en: 'The row belongs to settlement {settlement}, which this import does not cover.',
  },
  'outside-reach': {
    kind: 'not-allowed',
    zh: '该行不在您的辖区内。',
    en: 'The row does not lie in your area.',
  },
  'no-settlement': {
    kind: 'invalid',
    zh: '无法确定该行属于哪个安置点。请填写“{field}”。',
    en: 'The settlement of the row cannot be told. Fill in "{field}".',
  },
  'refers-to-refused': {
    kind: 'invalid',
    zh: '“{field}”指向本文件中被退回的行。请先改正那一行。',
    en: '"{field}" points to a row of this file that was refused. Mend that row first.',
  },
  'waits-for-refused': {
    kind: 'invalid',
    zh: '“{field}”指向本文件中被退回的行。该行待匹配，那一行改正入库后自动重试。',
    en: '"{field}" points to a row of this file that was refused. The row waits and is tried again once that row is mended.',
  },
  'birth-date-differs': {
    kind: 'conflict',
    zh: '出生日期与身份证号不符。请核对。',
    en: 'The date of birth does not agree with the identity number. Check both.',
  },
  'sex-differs': { kind: 'conflict', zh: '性别与身份证号不符。请核对。', en: 'The sex does not agree with the identity number. Check both.' },
  'not-a-county': { kind: 'invalid', zh: '“{field}”应是本州的县（市、新区）。', en: '"{field}" must be a county of the prefecture.' },
  'members-differ': {
    kind: 'conflict',
    zh: '家庭人口与人口台账中该户在册人数不同。请核对。',
    en: 'The number of members differs from the living persons of the household. Check it.',
  },
  'quarter-missing': {
    kind: 'invalid',
    zh: '只写了年度。请写明季度（如 2023Q1）：全年合计不能当作一个季度。',
    en: 'Only the year is stated. State the quarter (as 2023Q1): a yearly sum is no quarter.',
  },
  'not-divisible': {
    kind: 'invalid',
    zh: '“{field}”只有一列，无法分到几笔金额上。请每笔金额填一行。',
    en: '"{field}" is one column and cannot be divided among several amounts. Write a row for each amount.',
  },
  'settlement-differs': {
    kind: 'conflict',
    zh: '表中的安置点与该行对象所在的安置点不同；以对象所在安置点为准。',
    en: 'The settlement in the sheet is not that of the row; its own holds.',
  },
});
