/**
 * Sentences as news agencies and policy papers write them, made up for this table, with the times in them after the
 * guidelines of TimeML: the words that tell a date, and what it is. A line is a text; behind it the expressions and their
 * dates, with `/` in intervals.
 */
interface DatedTexts {
  writtenOn: string
  texts: readonly (readonly [text: string, ...times: string[]])[]
}

/** Of a Thursday; written before the rules were run on them. */
export const policyPapers: DatedTexts = {
  writtenOn: '2021-10-14',
  texts: [
    // months and days without a year, by the tense of the narrative
    ['In March, the army withdrew from the northern islands.', 'March = 2021-03'],
    ['The army withdrew from the northern islands in November.', 'November = 2020-11'],
    ['The two sides will meet again in March.', 'March = 2022-03'],
    ['The ministers are to meet in Port Howe in November.', 'November = 2021-11'],
    ['The court had ruled in December that the ferry licence was void.', 'December = 2020-12'],
    ['Fishermen blocked the harbour on 20 December.', '20 December = 2020-12-20'],
    ['A new round of talks is scheduled for 20 December.', '20 December = 2021-12-20'],
    ['The governor said that the bridge would reopen in January.', 'January = 2022-01'],
    ['The summit opens on October 30.', 'October 30 = 2021-10-30'],
    ['On September 3 the council voted to close the mine.', 'September 3 = 2021-09-03'],
    ['The storm of late August has left 3,000 families homeless.', 'late August = 2021-08'],
    ['By mid-June the rebels had taken six districts.', 'mid-June = 2021-06'],
    ['The pact runs until the end of February.', 'the end of February = 2022-02'],
    ['Between May and August prices doubled.', 'May and August = 2021-05/2021-08'],
    ['Elections were held from 3 to 5 May.', '3 to 5 May = 2021-05-03/2021-05-05'],
    ['The union plans a strike from 29 October to 2 November.', '29 October to 2 November = 2021-10-29/2021-11-02'],
    // weekdays
    ['The prime minister resigned on Tuesday.', 'Tuesday = 2021-10-12'],
    ['The prime minister said Tuesday that she would not resign.', 'Tuesday = 2021-10-12'],
    ['Parliament will vote on the budget on Monday.', 'Monday = 2021-10-18'],
    ['He was arrested last Friday at the border.', 'last Friday = 2021-10-08'],
    ['The cabinet meets again next Wednesday.', 'next Wednesday = 2021-10-20'],
    ['Police dispersed the crowd on Sunday night.', 'Sunday = 2021-10-10'],
    ['On Tuesday, 12 October, the embassy closed its doors.', 'Tuesday, 12 October = 2021-10-12'],
    // against the text's own date
    ['The ministry announced the plan yesterday.', 'yesterday = 2021-10-13'],
    ['The ministry announced today that the port would close.', 'today = 2021-10-14'],
    ['The ferry company went bankrupt last month.', 'last month = 2021-09'],
    ['Later this month, the bank will publish its forecast.', 'Later this month = 2021-10'],
    ['Unemployment fell earlier this year.', 'earlier this year = 2021'],
    ['The refinery is expected to open next year.', 'next year = 2022'],
    ['The two governments signed a treaty last week.', 'last week = 2021-10-04/2021-10-10'],
    ['The tender closes this week.', 'this week = 2021-10-11/2021-10-17'],
    ['Inspectors visited the plant three weeks ago.', 'three weeks ago = 2021-09-20/2021-09-26'],
    ['Two years ago the island had no airport.', 'Two years ago = 2019'],
    ['The war began a decade ago.', 'a decade ago = 2011'],
    ['The old bridge collapsed half a century ago.', 'half a century ago = 1971'],
    ['A few weeks ago, nobody knew his name.', 'A few weeks ago = 2021-08-30/2021-10-03'],
    ['The dam will be finished in two years.', 'two years = 2023'],
    ['The region has seen four droughts in the past ten years.', 'past ten years = 2011/2021'],
    ['Over the next three days, heavy rain will fall in the north.', 'next three days = 2021-10-15/2021-10-17'],
    ['Output shrank in the last quarter.', 'last quarter = 2021-07/2021-09'],
    ['Exports recovered in the second half of last year.', 'second half of last year = 2020-07/2020-12'],
    ['The law was passed last December.', 'last December = 2020-12'],
    ['The mine was closed last winter.', 'last winter = 2020-12/2021-02'],
    ['Voters go to the polls next spring.', 'next spring = 2022-03/2022-05'],
    ['The port should be ready by the end of the year.', 'the end of the year = 2021'],
    ['Over the weekend two boats sank.', 'the weekend = 2021-10-09/2021-10-10'],
    // whole dates
    ['The treaty was signed on 15 August 2005 in Helsund.', '15 August 2005 = 2005-08-15'],
    ['The treaty was signed on Monday, August 15, 2005, in Helsund.', 'Monday, August 15, 2005 = 2005-08-15'],
    ['The census of 2021-06-30 counted 40,000 people.', '2021-06-30 = 2021-06-30'],
    ['In early 2014 the currency collapsed.', 'early 2014 = 2014'],
    ['The end of 2014 brought new sanctions.', 'The end of 2014 = 2014'],
    ['He has led the party since 2016.', '2016 = 2016'],
    ['From 2001 to 2014 the mission lost 80 men.', '2001 to 2014 = 2001/2014'],
    ['Between 1995 and 1999 the population halved.', '1995 and 1999 = 1995/1999'],
    ['The 1999-2003 parliament passed no budget.', '1999-2003 = 1999/2003'],
    ['In the 1990s the north was poor.', 'the 1990s = 1990/1999'],
    ['The early 1990s saw a wave of emigration.', 'The early 1990s = 1990/1999'],
    ['The railway dates from the late 19th century.', 'the late 19th century = 1801/1900'],
    [
      'Revenue rose in Q3 2020 and fell in the first half of 2021.',
      'Q3 2020 = 2020-07/2020-09',
      'the first half of 2021 = 2021-01/2021-06',
    ],
    ['The summer of 2018 was the driest on record.', 'The summer of 2018 = 2018-06/2018-08'],
    ['Spending in fiscal year 2020 exceeded the plan.', 'fiscal year 2020 = 2020'],
    ['The offensive of March 2011 to May 2012 failed.', 'March 2011 to May 2012 = 2011-03/2012-05'],
    // against what was told before
    [
      'The fort fell on 3 May 2014. Two days later the garrison surrendered.',
      '3 May 2014 = 2014-05-03',
      'Two days later = 2014-05-05',
    ],
    [
      'The king died in 1936. The following year the colony became a republic.',
      '1936 = 1936',
      'The following year = 1937',
    ],
    [
      'The mayor was shot on 9 June 2017. A month earlier, he had asked for guards.',
      '9 June 2017 = 2017-06-09',
      'A month earlier = 2017-05',
    ],
    ['In 2011, the pier burned down. In March, work on a new one began.', '2011 = 2011', 'March = 2011-03'],
    ['The company was founded in 1987. That year it had four ships.', '1987 = 1987', 'That year = 1987'],
    // no dates
    ['About 2,000 people marched through the town.'],
    ['Resolution 1973 authorised the blockade.'],
    ['They waited for three years for an answer.'],
    ['The 13th meeting of the group ended without a result.'],
    ['The harbour may march to a different drum.'],
    ['Friday prayers passed without incident.'],
  ],
}

/** Of a Wednesday; written when the rules had been mended after the others, to see what they do on texts they never met. */
export const agencies: DatedTexts = {
  writtenOn: '2003-04-16',
  texts: [
    [
      'The Senate approved the nominee 52-48 on Thursday, a day after the committee had cleared him.',
      'Thursday = 2003-04-10',
    ],
    [
      'Shares in the group, which listed in 1998, have lost a third of their value since January.',
      '1998 = 1998',
      'January = 2003-01',
    ],
    ['The bank will report first-quarter results on April 24.', 'April 24 = 2003-04-24'],
    ['Net profit for the three months to March 31 fell 12 percent.', 'March 31 = 2003-03-31'],
    [
      'The minister, who took office in November, had promised reforms by the summer.',
      'November = 2002-11',
      'summer = 2003-06/2003-08',
    ],
    [
      'Officials said Wednesday that the airport would remain closed through Friday.',
      'Wednesday = 2003-04-16',
      'Friday = 2003-04-18',
    ],
    ['Rescue teams found two more bodies early Monday, bringing the toll to 41.', 'Monday = 2003-04-14'],
    ['Last year’s drought cut the harvest by half.', 'Last year = 2002'],
    ['The company said it expects to complete the merger by mid-2004.', 'mid-2004 = 2004'],
    ['Talks broke down in the early hours of April 2.', 'April 2 = 2003-04-02'],
    [
      'He was governor from 1989 until 1993 and returned to politics six years later.',
      '1989 until 1993 = 1989/1993',
      'six years later = 1999',
    ],
    ['The treaty expired in December 2002 and has not been renewed.', 'December 2002 = 2002-12'],
    [
      'Analysts had forecast growth of 2 percent for this year and 3 percent for next year.',
      'this year = 2003',
      'next year = 2004',
    ],
    ['A bomb exploded outside the court on Saturday evening.', 'Saturday = 2003-04-12'],
    [
      'Voting is set for May 11, with a runoff two weeks later.',
      'May 11 = 2003-05-11',
      'two weeks later = 2003-05-19/2003-05-25',
    ],
    ['The dispute dates back to the 1970s, when oil was found offshore.', 'the 1970s = 1970/1979'],
    ['The trial, postponed from February, is to begin on June 9.', 'February = 2003-02', 'June 9 = 2003-06-09'],
    ['In the fourth quarter of 2002, sales rose to $1.2 billion.', 'the fourth quarter of 2002 = 2002-10/2002-12'],
    ['Police arrested 14 people over the weekend.', 'the weekend = 2003-04-12/2003-04-13'],
    ['The ceasefire took effect at midnight on March 30, 2003.', 'March 30, 2003 = 2003-03-30'],
    ['More than 200 people have died since the fighting began on April 3.', 'April 3 = 2003-04-03'],
    ['The two leaders last met in July 2001.', 'July 2001 = 2001-07'],
    ['The prime minister will travel to Brussels next week for a summit.', 'next week = 2003-04-21/2003-04-27'],
    ['The plant was shut down in the wake of the 1986 accident.', '1986 = 1986'],
    ['She had been held since Oct. 12 on charges of spying.', 'Oct. 12 = 2002-10-12'],
    ['Turnout was 71 percent, up from 64 percent four years ago.', 'four years ago = 1999'],
    ['The first flight left at 10 a.m. Tuesday and landed three hours later.', 'Tuesday = 2003-04-15'],
    ['Under the deal, troops must leave within 90 days.'],
    ['The inflation rate, at 4.1 percent in March, was the lowest in 20 years.', 'March = 2003-03'],
    ['Prices have tripled in the last five years.', 'last five years = 1998/2003'],
    ['The report, due out next month, covers the period 1995-2000.', 'next month = 2003-05', '1995-2000 = 1995/2000'],
    ['The union called off the walkout hours before it was to begin on Friday.', 'Friday = 2003-04-18'],
    ['At the time, few believed him.'],
    ['The ministry said in a statement late on Tuesday that it was “studying” the offer.', 'Tuesday = 2003-04-15'],
    ['An earlier vote, in September, had failed by a single ballot.', 'September = 2002-09'],
    ['The museum reopens this Saturday after a two-year restoration.', 'this Saturday = 2003-04-19'],
    [
      'Exports in January and February were 9 percent higher than a year earlier.',
      'January and February = 2003-01/2003-02',
    ],
    [
      'In 1999 the group bought a rival; the following year it sold its mines.',
      '1999 = 1999',
      'the following year = 2000',
    ],
    ['On November 5, voters will choose a new legislature.', 'November 5 = 2003-11-05'],
    ['The blast was the worst since a 1995 attack in which 19 died.', '1995 = 1995'],
  ],
}
