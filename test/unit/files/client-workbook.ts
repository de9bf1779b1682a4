import type { RichPart } from './rich-zip';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const relations = (...list: readonly (readonly [string, string, string])[]) =>
  `${DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const PLAN = 'xl/worksheets/sheet1.xml';

/** The client's plan: titles in row 3, three rows, a sum; a table, a merge, a chart to the right, formulas, formats. */
export const PLAN_XML = `${DECLARED}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><!-- <row r="9"> of nobody --><sheetPr codeName="Plan"/><dimension ref="A1:F7"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="33" customWidth="1"/></cols><sheetData>
<row r="1" spans="1:6" ht="24" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2"/><c r="C1" s="2"/></row>
<row r="3" spans="1:6" s="1" customFormat="1"><c r="A3" s="1" t="s"><v>1</v></c><c r="B3" s="1" t="s"><v>2</v></c><c r="C3" s="1" t="s"><v>3</v></c><c r="D3" s="1" t="s"><v>4</v></c><c r="E3" s="1" t="s"><v>5</v></c><c r="F3" s="1" t="s"><v>6</v></c></row>
<row r="4" spans="1:6"><c r="A4" t="s"><v>7</v></c><c r="B4"><v>531</v></c><c r="C4" s="3"><v>46357</v></c><c r="D4"><v>1000</v></c><c r="E4" s="4"><f>D4*0.002</f><v>2</v></c><c r="F4" t="s"><v>8</v></c><c r="G4" s="5"/></row>
<row r="5" spans="1:6"><c r="A5" t="s"><v>9</v></c><c r="B5"><v>532</v></c><c r="C5" s="3"><v>46358</v></c><c r="D5"><v>2000</v></c><c r="E5" s="4"><f>D5*0.002</f><v>4</v></c></row>
<row r="7" spans="4:5" hidden="1"><c r="D7"><f>SUM(D4:D5)</f><v>3000</v></c><c r="E7" s="4"><f>SUM(E4:E5)</f><v>6</v></c></row>
</sheetData><sheetProtection sheet="0"/><autoFilter ref="A3:F5"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="D4:D5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>1500</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="F4:F5"><formula1>Lists!$A$1:$A$3</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst></worksheet>`;

const STRINGS = [
  'Media plan – Harbour Coffee',
  'Placement',
  'Tracker ID',
  'Start',
  'Impressions',
  'Cost',
  'Impression tag (image)',
  'Front page “top”',
  '&lt;img src="https://ib.adnxs.com/imptr?id=531&amp;t=2&amp;cachebuster=%%CACHEBUSTER%%" width="1" height="1" /&gt;',
  'Side bar',
];
const STRINGS_XML = `${DECLARED}<sst xmlns="${MAIN}" count="10" uniqueCount="10">${STRINGS.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`;

const STYLES_XML = `${DECLARED}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="0" fontId="0" applyFont="1"/><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4"/><xf numFmtId="49"/></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>`;

// From column H, row 2, to column J, row 10.
const DRAWING_XML = `${DECLARED}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:to><xdr:graphicFrame/></xdr:twoCellAnchor></xdr:wsDr>`;

const TYPES_XML = `${DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`;

const noise = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7919) % 251));

/** A workbook with macros, as a client may have made it; `others` come in the place of parts of the same name, or behind. */
export function clientParts(others: readonly RichPart[] = []): readonly RichPart[] {
  const parts: readonly RichPart[] = [
    {
      name: '[Content_Types].xml',
      content: TYPES_XML,
      extra: Buffer.from('\u0028\u00a2\u0004\0\0\0\0\0', 'latin1'),
    },
    {
      name: '_rels/.rels',
      content: relations(['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']),
    },
    {
      name: 'xl/workbook.xml',
      content: `${DECLARED}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Plan &amp; tags" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Plan &amp; tags'!$A$3:$F$5</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
      hasDescriptor: true,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ['rId1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
        ['rId2', `${OFFICE}/worksheet`, '/xl/worksheets/sheet2.xml'],
        ['rId3', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
        ['rId4', `${OFFICE}/styles`, 'styles.xml'],
        ['rId5', `${OFFICE}/calcChain`, 'calcChain.xml'],
        [
          'rId6',
          'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          'vbaProject.bin',
        ],
      ),
    },
    { name: PLAN, content: PLAN_XML, hasDescriptor: true, time: 0x5b7a_1111, remark: 'the plan' },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: relations(
        ['rId1', `${OFFICE}/drawing`, '../drawings/drawing1.xml'],
        ['rId2', `${OFFICE}/table`, '../tables/table1.xml'],
      ),
    },
    {
      name: 'xl/worksheets/sheet2.xml',
      content: `${DECLARED}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Web</t></is></c></row></sheetData></worksheet>`,
      isStored: true,
    },
    { name: 'xl/vbaProject.bin', content: noise(5000), time: 0x5b7a_2222 },
    { name: 'xl/vbaProjectSignature.bin', content: noise(300), isStored: true },
    {
      name: 'xl/charts/chart1.xml',
      content: `${DECLARED}<c:chartSpace xmlns:c="urn:c"/>`,
    },
    { name: 'xl/drawings/drawing1.xml', content: DRAWING_XML },
    {
      name: 'xl/drawings/_rels/drawing1.xml.rels',
      content: relations(['rId1', `${OFFICE}/chart`, '../charts/chart1.xml']),
    },
    {
      name: 'xl/tables/table1.xml',
      content: `${DECLARED}<table xmlns="${MAIN}" id="1" name="Plan" displayName="Plan" ref="A3:G5" totalsRowShown="0"/>`,
    },
    { name: 'xl/sharedStrings.xml', content: STRINGS_XML, hasDescriptor: true },
    { name: 'xl/styles.xml', content: STYLES_XML },
    {
      name: 'xl/calcChain.xml',
      content: `${DECLARED}<calcChain xmlns="${MAIN}"><c r="E4" i="1"/><c r="E5"/><c r="D7"/><c r="E7"/></calcChain>`,
    },
    { name: 'docProps/app.xml', content: '<Properties/>', time: 0, remark: 'of the program' },
    { name: 'customXml/Ünï.xml', content: '<a/>', flags: 0x0800 },
  ];
  return [
    ...parts.map((part) => others.find(({ name }) => name === part.name) ?? part),
    ...others.filter(({ name }) => parts.every((part) => part.name !== name)),
  ];
}
