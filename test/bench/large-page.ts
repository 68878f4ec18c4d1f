/** A page of the model's shape, four columns, with as many companies as wanted. */
export function largePage(companies: number): string {
  const lines = ['---', 'title: Powered By', 'tables:', '    powered-by:', '        cols: '];
  for (let column = 1; column <= 4; column += 1) lines.push(`          - id: "column${column}"`);
  lines.push('', '        rows: ');
  for (let first = 0; first < companies; first += 4) {
    const pair = Array.from(
      { length: Math.min(4, companies - first) },
      (_, index) => first + index,
    );
    const lead = (index: number): string => (index === 0 ? '          - ' : '            ');
    for (const [index, number] of pair.entries()) {
      lines.push(
        `${lead(index)}column${index + 1}: `,
        `             val: "<img src='/img/poweredby/company-${number}-logo.png' alt='Company ${number}'>"`,
        '             html: true',
      );
    }
    for (const [index, number] of pair.entries()) {
      lines.push(
        `${lead(index)}column${index + 1}: "Company ${number}, a maker of this and that, watches over its streams day and night; it’s the heart of the house.`,
        '                    <br />',
        '                    <br />',
        `                    [Read more about streams at Company ${number}](https://company-${number}.example/blog/streams?from=page&number=${number})"`,
      );
    }
  }
  lines.push('', '---', '# Powered By', '', '{{< table_noheader "powered-by" >}}', '');
  return lines.join('\n');
}
