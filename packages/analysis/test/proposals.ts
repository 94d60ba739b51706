import type { Source } from '@briefbook/ast'
import { sourceOf } from './helpers.js'

/** Small sets of invented texts on quite different matters, to see what is proposed for each. */
const texts = {
  climate: [
    [
      '# A long night in Geneva',
      'India and Brazil refused to accept a phase-out of fossil fuels on Thursday, while the European Union insisted that the final text must name coal, oil and gas. The Brazilian environment minister, Paula Teixeira, said that rich countries had not kept their word on climate finance.',
      'The Alliance of Small Island States (AOSIS) threatened to leave the talks. AOSIS wants the loss and damage fund to be filled by 2030, and its chair, Tavita Sione, called the draft a death sentence. Tuvalu and Fiji supported AOSIS.',
      'Saudi Arabia opposed any mention of fossil fuels. Riyadh argues that carbon capture can bring emissions down. Saudi diplomats held out until midnight, and the Saudi delegation blocked a paragraph on methane.',
      'New Delhi said that the carbon border tax of the EU was a trade barrier in disguise. Indian negotiators asked that the carbon border tax be discussed first. Brussels refused.',
    ],
    [
      'The loss and damage fund has 700 million dollars, a fraction of what AOSIS asks for. The EU has pledged a third of it. Germany and France pledged more money for the loss and damage fund last week.',
      'Brazil proposed a forest fund of its own. The Brazilian plan would pay countries for standing forests; Norway welcomed the forest fund, and Indonesia joined it. Norwegian officials hope that the EU will follow.',
      'Climate finance remains the hardest question. India wants climate finance in grants and not in loans. The United States said nothing on climate finance, and Washington sent no minister. China, too, kept silent, though Beijing has said that it will cut methane emissions.',
      'Carbon markets are close to a deal: rules for carbon markets were agreed by all but Bolivia. Observers of carbon markets fear double counting.',
    ],
  ],
  pensions: [
    [
      'The government of Prime Minister Anna Lindqvist wants to raise the retirement age to 67. The Ministry of Finance argues that the pension fund will be empty by 2040. Finance Minister Erik Dahl defended the plan in parliament.',
      'The Federation of Trade Unions (FTU) rejected a higher retirement age and called for a general strike. The FTU fears that workers in heavy trades will not reach 67. Its president, Marta Nyberg, accused the Ministry of Finance of scaremongering.',
      'The Centre Party, which governs with the Social Democrats, demands that early retirement remain open to nurses. The Social Democrats are divided: some of them oppose a higher retirement age, others accept it if the minimum pension rises.',
      'The Employers’ Confederation welcomed the higher retirement age but warned of higher contributions. The Employers’ Confederation says that contributions of more than 18 per cent would cost jobs.',
    ],
    [
      'On the minimum pension the Centre Party and the FTU agree. The FTU wants a minimum pension of 1,200 crowns, and the Centre Party would pay for it with a tax on dividends.',
      'Dahl said the minimum pension could rise only when the retirement age did. Lindqvist supported him. The Left Bloc, in opposition, announced a vote of no confidence; the Left Bloc wants early retirement at 60 for all.',
      'Early retirement costs the pension fund 400 million a year, the Ministry of Finance says. The Social Democrats doubt the figure. The Pension Board, an independent body, confirmed it. The Pension Board also wants to invest the pension fund abroad.',
    ],
  ],
  merger: [
    [
      'Northgate Foods will buy Meridian Dairy for 2.1 billion, both companies announced. Northgate says that the merger will save 80 million a year. Meridian’s board recommended the offer to shareholders.',
      'The Competition Authority opened an inquiry into the merger. The Competition Authority fears that market share in fresh milk would exceed 60 per cent and that milk prices would rise.',
      'The Dairy Farmers’ Cooperative opposes the merger. The Cooperative expects lower milk prices for its members. Its chairwoman, Joan Harker, asked the Competition Authority to forbid the takeover.',
      'Harlow Capital, which owns 12 per cent of Meridian, called the offer too low. Harlow Capital wants an auction. Northgate rejected a higher offer.',
    ],
    [
      'Unions fear job losses at the Meridian plant in Oldham. Northgate promised no job losses before 2028, but the Food Workers Union did not believe it. The Food Workers Union threatened to strike over job losses.',
      'Northgate offered the Competition Authority the sale of three dairies. A sale of dairies would bring its market share below 50 per cent. The Competition Authority doubts that a sale of dairies is enough.',
      'Shareholders of Meridian Dairy vote on the offer in May. Harlow Capital will vote against. Meridian’s chief executive, Peter Lowe, warned shareholders that milk prices were falling.',
    ],
  ],
  council: [
    [
      'Eastbrook Council voted on Tuesday to raise parking charges in the town centre. The Conservative group opposed the parking charges; the Green group wanted them to be higher still. Councillor Mary Finch, who leads the Greens, said that cars had had their way for too long.',
      'The Chamber of Commerce fears for shops in the High Street. The Chamber of Commerce says parking charges drive customers away. The Residents’ Association supports the parking charges, but only with permits for residents.',
      'A cycle lane in Mill Road divides the town. The Greens support the cycle lane, the Chamber of Commerce rejects it, and the Residents’ Association wants the cycle lane to end at the bridge.',
    ],
    [
      'Eastbrook Council plans to close two libraries. The Residents’ Association collected 4,000 names against library closures. The Conservatives called library closures a disgrace; the Greens abstained.',
      'Council tax will go up by five per cent. The Conservatives opposed the rise in council tax. The council leader, Tom Abbott, said that without it more library closures would follow. Eastbrook Council blames the government for the rise in council tax.',
      'Abbott defended the cycle lane too. Parking charges, he said, pay for it. The Chamber of Commerce disagreed with Abbott on parking charges and on the cycle lane.',
    ],
  ],
} as const

export type SetName = keyof typeof texts

/** The sources of a set. */
export const proposalSources = (name: SetName): Source[] =>
  texts[name].map((paragraphs, i) => sourceOf(paragraphs, { id: `${name}-${i + 1}` }))
