/**
 * Sentences as news agencies and policy papers write them, made up for this table, with the times in them after the
 * guidelines of TimeML: the words that tell a date, and what it is. Written before the rules were run on them.
 *
 * All are of Thursday, 14 October 2021. A line is a text; behind it the expressions and their dates, with `/` in
 * intervals; `-` for one that names a time that nothing places.
 */
export const writtenOn = '2021-10-14'

export const newswire: readonly (readonly [text: string, ...times: string[]])[] = [
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
]
