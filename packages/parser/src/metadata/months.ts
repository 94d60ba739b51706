/** Names of months, folded to lower case without accents, in the languages that date lines come in. */
const names: readonly (readonly string[])[] = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro января январь yanvar يناير',
  'february feb februar feber fevrier fevr febrero febbraio fevereiro февраля февраль فبراير',
  'march mar marz maerz mars marzo marco марта март مارس',
  'april apr avril avr abril aprile апреля апрель أبريل',
  'may mai mayo maggio maio мая маи май مايو',
  'june jun juni juin junio giugno junho июня июнь يونيو',
  'july jul juli juillet juil julio luglio julho июля июль يوليو',
  'august aug aout agosto августа август أغسطس',
  'september sep sept septembre septiembre settembre setembro сентября сентябрь سبتمبر',
  'october oct oktober okt octobre octubre ottobre outubro октября октябрь أكتوبر',
  'november nov novembre noviembre novembro ноября ноябрь نوفمبر',
  'december dec dezember dez decembre diciembre dic dicembre dezembro декабря декабрь ديسمبر',
].map(line => line.split(' '))

/** Arabic has three sets: of Egypt and the Gulf, of the Levant and Iraq, and of the Maghreb. `_` stands for a space. */
const arabic: readonly (readonly string[])[] = [
  'يناير كانون_الثاني جانفي',
  'فبراير شباط فيفري',
  'مارس آذار',
  'أبريل إبريل ابريل نيسان أفريل',
  'مايو أيار ماي',
  'يونيو يونيه حزيران جوان',
  'يوليو يوليه تموز جويلية',
  'أغسطس اغسطس آب أوت',
  'سبتمبر أيلول',
  'أكتوبر اكتوبر تشرين_الأول',
  'نوفمبر تشرين_الثاني',
  'ديسمبر كانون_الأول',
].map(line => line.split(' '))

const numbers = new Map(
  [names, arabic].flatMap(set => set.flatMap((line, i) => line.map(name => [name, i + 1] as const))),
)

/** 1 to 12; null for what is no month. */
export function monthNumber(name: string): number | null {
  const folded = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
  return numbers.get(folded) ?? numbers.get(name.toLowerCase().replace(/\s+/g, '_')) ?? null
}
