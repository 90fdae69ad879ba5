/** What can be wrong with a file that somebody hands in, and what stands beside the data of one that is read: each sentence says what to do. */
import { defineProblems } from '#platform/problems/problem.ts';

/** Refusals of a whole file. `what` names the part, the row or the limit that was found. */
export const fileProblems = defineProblems('files', {
  empty: { kind: 'invalid', zh: '文件是空的。请检查是否导出或上传完整，再重新提交。', en: 'The file is empty. Export or upload it again.' },
  'not-found': { kind: 'not-found', zh: '找不到文件：{file}。', en: 'File not found: {file}.' },
  unreadable: { kind: 'invalid', zh: '无法读取文件：{file}（{reason}）。', en: 'The file cannot be read: {file} ({reasonEn}).' },
  'password-protected': {
    kind: 'invalid',
    zh: '文件设有打开密码。请在 Excel 或 WPS 中打开，取消密码（文件 > 信息 > 保护工作簿 > 用密码进行加密，清空密码），保存后重新提交。',
    en: 'The file is protected by a password. Open it in Excel or WPS, remove the password (File > Info > Protect Workbook > Encrypt with Password, clear it), save, and send it again.',
  },
  'html-as-xls': {
    kind: 'invalid',
    zh: '这是一个网页文件，只是扩展名写成了表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后重新提交。',
    en: 'This is a web page that is only named like a spreadsheet. Open it in Excel or WPS, save it as "Excel Workbook (.xlsx)", and send that.',
  },
  'xml-spreadsheet': {
    kind: 'invalid',
    zh: '这是“XML 表格 2003”格式。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后重新提交。',
    en: 'This is an "XML Spreadsheet 2003" file. Open it in Excel or WPS, save it as "Excel Workbook (.xlsx)", and send that.',
  },
  'open-document-repacked': {
    kind: 'invalid',
    zh: '这是 OpenDocument 表格（ods），但压缩包中缺少说明格式的 mimetype，无法读取。请用 WPS 或 LibreOffice 打开，另存为“Excel 工作簿（.xlsx）”后重新提交。',
    en: 'This is an OpenDocument sheet (ods) without the part that says so (mimetype), and cannot be read. Open it in WPS or LibreOffice, save it as "Excel Workbook (.xlsx)", and send that.',
  },
  big5: {
    kind: 'invalid',
    zh: '这个文本文件的编码看来是 Big5（繁体中文）。请另存为 UTF-8 或 GB18030 编码的 csv，或另存为“Excel 工作簿（.xlsx）”后重新提交。',
    en: 'This text file seems to be written in Big5 (traditional Chinese). Save it as csv in UTF-8 or GB18030, or as "Excel Workbook (.xlsx)", and send that.',
  },
  'not-a-table': {
    kind: 'invalid',
    zh: '这不是表格文件（看起来是{zhWhat}）。可以提交 xlsx、xls 或 csv 文件。',
    en: 'This is not a spreadsheet (it looks like {what}). Send an xlsx, xls or csv file.',
  },
  truncated: {
    kind: 'invalid',
    zh: '文件不完整，可能在复制或上传时中断（{what}）。请重新复制或导出后再提交。',
    en: 'The file is not complete; copying or uploading it was probably cut off ({what}). Copy or export it again.',
  },
  damaged: {
    kind: 'invalid',
    zh: '文件已损坏，无法读取（{what}）。请用 Excel 或 WPS 打开并另存为新的 xlsx 文件后再提交。',
    en: 'The file is damaged and cannot be read ({what}). Open it in Excel or WPS, save it as a new xlsx file, and send that.',
  },
  'zip-bomb': {
    kind: 'invalid',
    zh: '文件解压后大得不合常理（{what}），已拒绝读取。请将数据复制到新的工作簿再提交。',
    en: 'The file unpacks to an unreasonable size ({what}) and was not read. Copy the data into a new workbook and send that.',
  },
  'too-large': {
    kind: 'invalid',
    zh: '文件太大（{what}）。请拆分成几个文件，或另存为 xlsx、csv 格式后再提交。',
    en: 'The file is too large ({what}). Split it, or save it as xlsx or csv, and send that.',
  },
  'xml-entities': {
    kind: 'invalid',
    zh: '文件中含有不允许的 XML 声明（{what}）。请用 Excel 或 WPS 打开并另存为新的 xlsx 文件后再提交。',
    en: 'The file contains XML declarations that are not allowed ({what}). Open it in Excel or WPS, save it as a new xlsx file, and send that.',
  },
  'line-too-long': {
    kind: 'invalid',
    zh: '第{row}行超过{limit}个字符，不像表格的一行。请检查文件是否缺少换行。',
    en: 'Row {row} has more than {limit} characters, which is no row of a table. Check whether line breaks are missing.',
  },
  'quote-not-closed': {
    kind: 'invalid',
    zh: '第{row}行开始的引号没有结束，后面的内容无法分列。请检查该行的双引号。',
    en: 'A quotation mark that opens in row {row} is never closed, so the rest cannot be split into columns. Check the quotation marks of that row.',
  },
});

/** Remarks on a file that is read all the same. */
export const fileNotes = defineProblems('files', {
  'macros-ignored': {
    kind: 'invalid',
    zh: '文件含有宏，已忽略，只读取单元格的值。',
    en: 'The file contains macros; they were ignored and only cell values were read.',
  },
  'external-links-ignored': {
    kind: 'invalid',
    zh: '文件链接了其他工作簿，链接未更新，读取的是保存时的值。',
    en: 'The file links to other workbooks; links were not followed and the values saved in it were read.',
  },
  'columns-ignored': {
    kind: 'invalid',
    zh: '工作表“{sheet}”第{limit}列以后的单元格未读取。',
    en: 'Cells of sheet "{sheet}" beyond column {limit} were not read.',
  },
  'characters-damaged': {
    kind: 'invalid',
    zh: '文件中有无法按{encoding}解码的字符（首次出现在第{row}行），已显示为“\uFFFD”。请检查文件编码。',
    en: 'Some characters cannot be decoded as {encoding} (first in row {row}) and are shown as "\uFFFD". Check the encoding of the file.',
  },
});
