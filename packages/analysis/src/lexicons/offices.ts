/**
 * Since when somebody has held an office: a text that calls him or her by it is no older. Heads of state and government
 * and of large organisations since 1990, from public record; `name` is the surname that goes with the title.
 */
export interface Tenure {
  /** Words that must stand in front of the name, as a pattern. */
  title: string
  name: string
  /** ISO 8601, as precise as is needed. */
  from: string
}

const president = '(?:U\\.S\\. |US |American )?President'
const primeMinister = '(?:British |UK )?Prime Minister'

const tenures = (title: string, list: readonly (readonly [name: string, from: string])[]): Tenure[] =>
  list.map(([name, from]) => ({ title, name, from }))

export const offices: readonly Tenure[] = [
  ...tenures(`${president}(?: (?:Bill|George W\\.|Barack|Donald|Joe|Joseph))?`, [
    ['Clinton', '1993-01-20'],
    ['Obama', '2009-01-20'],
    ['Trump', '2017-01-20'],
    ['Biden', '2021-01-20'],
  ]),
  ...tenures('(?:U\\.S\\. |US )?Secretary of State(?: \\p{Lu}\\p{L}+)?', [
    ['Albright', '1997-01-23'],
    ['Powell', '2001-01-20'],
    ['Rice', '2005-01-26'],
    ['Clinton', '2009-01-21'],
    ['Kerry', '2013-02-01'],
    ['Tillerson', '2017-02-01'],
    ['Pompeo', '2018-04-26'],
    ['Blinken', '2021-01-26'],
    ['Rubio', '2025-01-21'],
  ]),
  ...tenures(`${primeMinister}(?: \\p{Lu}\\p{L}+)?`, [
    ['Blair', '1997-05-02'],
    ['Cameron', '2010-05-11'],
    ['May', '2016-07-13'],
    ['Johnson', '2019-07-24'],
    ['Sunak', '2022-10-25'],
    ['Starmer', '2024-07-05'],
    ['Modi', '2014-05-26'],
    ['Abe', '2006-09-26'],
    ['Kishida', '2021-10-04'],
  ]),
  ...tenures('(?:French )?President(?: \\p{Lu}\\p{L}+)?', [
    ['Chirac', '1995-05-17'],
    ['Sarkozy', '2007-05-16'],
    ['Hollande', '2012-05-15'],
    ['Macron', '2017-05-14'],
  ]),
  ...tenures('(?:German )?Chancellor(?: \\p{Lu}\\p{L}+)?', [
    ['Schröder', '1998-10-27'],
    ['Merkel', '2005-11-22'],
    ['Scholz', '2021-12-08'],
    ['Merz', '2025-05-06'],
  ]),
  ...tenures('(?:Chinese |Russian |Ukrainian |Turkish |Iranian |Afghan |Brazilian )?President(?: \\p{Lu}\\p{L}+)?', [
    ['Xi', '2013-03-14'],
    ['Medvedev', '2008-05-07'],
    ['Zelensky', '2019-05-20'],
    ['Zelenskyy', '2019-05-20'],
    ['Poroshenko', '2014-06-07'],
    ['Erdogan', '2014-08-28'],
    ['Erdoğan', '2014-08-28'],
    ['Rouhani', '2013-08-03'],
    ['Raisi', '2021-08-03'],
    ['Pezeshkian', '2024-07-28'],
    ['Karzai', '2001-12-22'],
    ['Ghani', '2014-09-29'],
    ['Bolsonaro', '2019-01-01'],
  ]),
  ...tenures('(?:U\\.N\\. |UN |NATO )?Secretary[- ]General(?: \\p{Lu}\\p{L}+)?', [
    ['Annan', '1997-01-01'],
    ['Guterres', '2017-01-01'],
    ['Rasmussen', '2009-08-01'],
    ['Stoltenberg', '2014-10-01'],
    ['Rutte', '2024-10-01'],
  ]),
  ...tenures('(?:European )?Commission President(?: \\p{Lu}\\p{L}+)?', [
    ['Barroso', '2004-11-22'],
    ['Juncker', '2014-11-01'],
  ]),
]
