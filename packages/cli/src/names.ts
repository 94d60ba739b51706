/** What a build can make. */
export const formats = ['pdf', 'docx', 'html', 'json'] as const
export type Format = (typeof formats)[number]

/** The stages that can be looked at. */
export const inspectStages = ['sources', 'statements', 'matrices', 'timeline', 'figures', 'book'] as const
export type InspectStage = (typeof inspectStages)[number]
