/**
 * What pages say around a document. Data: a line is a pattern, the reason that is given, and how far it reaches.
 *
 * - `line`: this passage alone.
 * - `box`: this passage heads a box; the short passages below it belong to the box.
 * - `end`: where little prose follows, the document is over and all of the rest is the page's; elsewhere it is a box.
 * - `rest`: the document is over, however much follows: readers' comments can be longer than what they comment on.
 *
 * Patterns are tried against a whole passage, trimmed. A pattern must be certain by itself: what is only likely is a
 * signal (see signals.ts). `words` is the longest passage that the pattern is tried on; 12 where it is left out.
 */
export interface Phrase {
  pattern: RegExp
  reason: string
  reach: 'line' | 'box' | 'end' | 'rest'
  words?: number
}

const networks =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|instagram|youtube|flipboard|tumblr|vk|weibo|wechat|threads|bluesky|mastodon|messenger|pocket|google\\+?)'

export const phrases: readonly Phrase[] = [
  // Counters and times of reading
  { pattern: /^(?:read|viewed|seen|visited)\s+[\d.,]+\s+times\b.*$/i, reason: 'read counter', reach: 'end' },
  {
    pattern:
      /^(?:(?:total\s+)?(?:views?|reads?|hits|page ?views|visits|просмотров|aufrufe|vues)\s*[:：]\s*[\d.,\s]+k?)$/i,
    reason: 'read counter',
    reach: 'line',
  },
  { pattern: /^[\d.,]+\s*[km]?\+?\s*(?:views?|reads?|hits|page ?views)$/i, reason: 'read counter', reach: 'line' },
  {
    pattern: /^(?:shares?\s*[:：]?\s*[\d.,]+\s*[km]?|[\d.,]+\s*[km]?\s*(?:shares?|likes?|tweets?|claps?|reactions?))$/i,
    reason: 'share counter',
    reach: 'line',
  },
  {
    pattern:
      /^(?:\d+|no|add a|view|show|hide|read|all)\s+(?:comments?|repl(?:y|ies)|kommentare?|commentaires?)(?:\s*\(\d+\))?$/i,
    reason: 'comment counter',
    reach: 'rest',
  },
  {
    pattern:
      /^(?:(?:estimated\s+)?reading time\s*[:：]?\s*)?\d+\s*(?:-|–)?\s*min(?:ute)?s?\.?\s*(?:read(?:ing time)?|lesezeit|de lecture)?$/i,
    reason: 'reading time',
    reach: 'line',
  },
  {
    pattern:
      /^(?:reading time|lesezeit|temps de lecture|tempo de leitura|tiempo de lectura|время чтения)\s*[:：]?\s*\d+\s*min.*$/i,
    reason: 'reading time',
    reach: 'line',
  },
  {
    pattern: /^(?:last\s+)?(?:modified|updated|edited|changed)(?:\s+on)?\s*[:：]?\s.*\d{4}.*$/i,
    reason: 'date of change',
    reach: 'line',
  },
  { pattern: /^articles?\s*[:：]\s*\d+$/i, reason: 'author box', reach: 'end' },

  // Sharing, printing, following
  {
    pattern: new RegExp(
      `^(?:(?:share|tweet|post|pin|send|e-?mail|copy|save|print|follow us|find us)(?:\\s+(?:this|it|on|to|via|by|by e-?mail|article|story|page|post|link|with friends|in|us))*(?:\\s+${networks})?|${networks})[.!:…]?$`,
      'i',
    ),
    reason: 'share button',
    reach: 'line',
  },
  {
    pattern: new RegExp(
      `^(?:(?:share|follow|like|join)\\b.{0,40}\\b)?(?:${networks}\\s*[,|/·•]?\\s*(?:and\\s+|or\\s+)?){2,}$`,
      'i',
    ),
    reason: 'share button',
    reach: 'line',
  },
  {
    pattern: /^(?:teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|поделиться|分享|打印|مشاركة)$/i,
    reason: 'share button',
    reach: 'line',
  },
  {
    pattern:
      /^(?:print(?: this)?(?: page| article)?|save (?:for later|article)|copy (?:link|url)|link copied.*|gift (?:this )?article|listen(?: to (?:this )?(?:article|story|page))?|play audio|text size|font size|a\+|a-)$/i,
    reason: 'page tool',
    reach: 'line',
  },

  // Navigation
  {
    pattern:
      /^(?:skip to .*|(?:main )?menu|search(?: \.\.\.|…)?|home|log ?in|log ?out|sign ?in|sign ?up|register|my account|close|open|(?:back )?to (?:the )?top|back to .{3,30}|toggle (?:navigation|menu|search)|navigation|breadcrumbs?|you are here:?.*|site ?map|accessibility|language|english|startseite|suche|accueil|recherche|inicio|buscar|главная|поиск|меню|首页|الرئيسية)$/i,
    reason: 'navigation',
    reach: 'line',
  },
  {
    pattern:
      /^[«‹<←]?\s*(?:next|previous|prev|older|newer|weiter|zurück|suivant|précédent|siguiente|anterior)(?:\s+(?:articles?|posts?|page|story|entries|beitrag|article))?\s*[:»›>→]*$/i,
    reason: 'navigation',
    reach: 'line',
  },
  {
    pattern:
      /^(?:read|view|see|show|load|continue|keep|learn|find out|discover|explore)\s+(?:more|all|full|the full|reading|the rest|entire|original|report|article|the report|the article|full report|full article)\b.{0,40}$/i,
    reason: 'read more',
    reach: 'line',
  },
  {
    pattern:
      /^(?:read|download|get|view|open|see)\s+(?:the\s+|this\s+|full\s+|as\s+(?:a\s+)?)*(?:report|article|paper|pdf|brief(?:ing)?|publication|document|study|full text|story|post|interview|speech|transcript)(?:\s+(?:as\s+)?(?:\(?pdf\)?|here|now))*[.!…»›>→]*$/i,
    reason: 'read more',
    reach: 'line',
  },
  {
    pattern:
      /^(?:mehr(?: lesen| erfahren)?|weiterlesen|lire (?:la suite|plus|aussi)\b.*|leer más|seguir leyendo|leggi (?:anche|tutto)\b.*|читать (?:далее|также|полностью).*|подробнее|阅读(?:更多|全文)|اقرأ (?:المزيد|أيضا).*)$/i,
    reason: 'read more',
    reach: 'line',
  },
  {
    pattern:
      /^(?:read (?:also|next|this)|also read|see also|related|more|watch|listen|further reading|recommended|don'?t miss|editor'?s note on related)\s*[:：|–—-]\s*\S.*$/i,
    reason: 'related articles',
    reach: 'line',
    words: 25,
  },
  {
    pattern: /^(?:published|posted|filed|listed|archived|categori[sz]ed)\s+(?:in|under|to)\s+.{2,60}$/i,
    reason: 'section label',
    reach: 'line',
  },
  {
    pattern:
      /^(?:tags?|tagged(?: (?:with|as))?|topics?|categor(?:y|ies)|filed under|sections?|labels?|schlagwörter|themen|mots[- ]clés|etiquetas|теги|рубрика|标签)\s*[:：].{0,200}$/i,
    reason: 'tags',
    reach: 'line',
    words: 30,
  },
  {
    pattern: /^(?:tags|categories|archives?|topics in this article|schlagwörter|mots[- ]clés|теги)$/i,
    reason: 'tags',
    reach: 'box',
  },

  {
    pattern:
      /^(?:(?:also )?(?:read|see|watch|listen)(?: (?:more|also|next|here))?|also on .{2,30}?|more|must read|related(?: (?:article|story|news))?|up next|(?:don'?t|do not) miss|also)\s*[:：|>»–—]\s*\S.*$/i,
    reason: 'related articles',
    reach: 'line',
    words: 30,
  },
  {
    pattern:
      /^(?:[|\s(]*(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified)\b(?: (?:on|at))?\s*[:：]?\s*(?=.*\d)(?:[^.!?]|[ap]\.m\.|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.){2,70}\)?|(?:by .{3,40} )?\d+ (?:minutes?|hours?|days?|weeks?|months?) ago)$/i,
    reason: 'date line',
    reach: 'line',
    words: 14,
  },
  {
    pattern:
      /^(?:(?:to |for )?(?:.{2,60} )?(?:click|tap)(?:ing)? (?:here|on the link|below)\b.{0,60}|get .{2,40} on the go\b.{0,40}|download (?:our|the) (?:.{2,20} )?app\b.{0,60}|this (?:slideshow|video|content|site|page) requires javascript.*|(?:like|enjoy(?:ed)?|love) (?:this|our) (?:story|article|post|work)\?.{0,80}|want (?:more|to (?:read|see|know) more)\b.{0,60}\?)$/i,
    reason: 'advertisement',
    reach: 'line',
    words: 20,
  },
  {
    pattern:
      /^(?:get|receive|let|have)\b.{0,120}\b(?:alerts?|news(?:letter)?|stories|updates|reports)\b.{0,120}\b(?:delivered|inbox|every (?:morning|day|week)|weekday mornings|by e-?mail)\b.{0,60}$/i,
    reason: 'newsletter',
    reach: 'line',
    words: 40,
  },
  {
    pattern: /^(?:breaking news e-?mails?|news ?letters? and alerts|e-?mail alerts?)$/i,
    reason: 'newsletter',
    reach: 'line',
  },
  {
    pattern:
      /^(?:follow|like|join|find|connect with)\b.{2,80}\b(?:on|via|at)\s+(?:(?:facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|bluesky|mastodon|tiktok)(?:\s*(?:,|and|or|&|\/)\s*)*)+.{0,30}$/i,
    reason: 'share button',
    reach: 'line',
    words: 30,
  },
  {
    pattern:
      /^sources?\s*[:：]\s*(?:(?:news )?agenc(?:y|ies)|[A-Z]{2,8}(?:, [A-Z]{2,8})*)(?: and (?:news )?agencies)?$/,
    reason: 'agency credit',
    reach: 'line',
  },
  {
    pattern: /^image (?:copyright|caption|source|credit)\s+\S.*$/i,
    reason: 'image credit',
    reach: 'line',
    words: 45,
  },
  {
    pattern:
      /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}?\p{Lu}[\p{L}.'’-]+\s*[|/]\s*(?:[\p{L}. ]{2,30}\s*[|/]\s*)?(?:\p{Lu}[\p{L}.]+ ?){1,3}$/u,
    reason: 'image credit',
    reach: 'line',
    words: 8,
  },

  // Boxes of other articles
  {
    pattern:
      /^(?:(?:see |view |our |your )?(?:related|recommended|similar|further|other|more|latest|recent|popular|trending|top|featured|suggested|previous|new(?:est)?|all)\s+(?:related\s+|recommended\s+|popular\s+|recent\s+|latest\s+|news\s+)*(?:articles?|posts?|stor(?:y|ies)|content|reading|readings|news|topics?|publications?|items?|links?|analysis|reports?|research|videos?|pages?|coverage|headlines|issues?|blogs?|commentar(?:y|ies)|comments?|resources|tags|searches|events|episodes|reviews|entries)(?:\s+(?:from|on|in|about|by|for you)\b.{0,40})?[:：]?)$/i,
    reason: 'related articles',
    reach: 'end',
  },
  {
    pattern:
      /^(?:you (?:may|might|could)(?: also)? (?:also )?(?:like|be interested(?: in)?|enjoy|have missed)\b.{0,40}|recommended(?: for you| by .{2,30})?|related|trending(?: now)?|popular(?: now)?|(?:most|top) (?:read|popular|viewed|shared|commented|recent|watched)\b.{0,30}|what (?:to|others are) read(?:ing)?(?: next)?|(?:up|read) next|next up|editors?[’']?s?[’']? (?:picks?|choice|selection)|don[’']?t miss(?: out)?|in case you missed it|visit also|more (?:from|like this|on this(?: story| topic)?|in|about|by|stories|for you|to explore)\b.{0,50}|also (?:in|on|by|from|read)\b.{0,40}|more (?:great |top |of our |of the )?.{2,30} (?:stories|news|coverage|reads|articles)|staff (?:publications|picks)|from (?:around )?the web|around the web|promoted(?: stories| content)?|sponsored(?: content| links| stories)?|paid content|partner content|from our partners?|elsewhere on .{2,30}|keep exploring|see (?:more|also)|further on this topic|join us|our (?:partners|network|sites))[:：]?$/i,
    reason: 'related articles',
    reach: 'end',
  },
  {
    pattern:
      /^(?:mehr zum thema|das könnte (?:sie|dich) auch interessieren|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|beiträge|themen)|weitere (?:artikel|beiträge|themen|meldungen)|meistgelesen|articles? (?:liés?|similaires|connexes|récents)|sur le même (?:sujet|thème)|à lire (?:aussi|également)|les plus lus|artículos? relacionados?|noticias relacionadas|lo más (?:leído|visto)|te puede interesar|articoli correlati|potrebbe interessarti|читайте также|похожие (?:статьи|материалы|новости)|по теме|материалы по теме|популярное|相关(?:文章|新闻|阅读|链接)|延伸阅读|推荐阅读|热门文章|مقالات ذات صلة|مواضيع ذات صلة)[:：]?$/i,
    reason: 'related articles',
    reach: 'end',
  },
  { pattern: /^screen ?shot \d{4}-\d{2}-\d{2}.*$/i, reason: 'file name', reach: 'line' },
  { pattern: /^[\w%()-]+\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|mp[34])$/i, reason: 'file name', reach: 'line' },

  // What the frame of a page says
  {
    pattern:
      /^(?:post navigation|(?:previous|next)\s+(?:post|article|story|entry)\s*[:：].{1,150}|(?:close|open|toggle|show|hide|expand) (?:the )?(?:navigation|menu|search|sidebar|submenu)|expand|change (?:region|language|country|edition)|select (?:a )?(?:language|country|region)|edition\s*[:：].{2,20}|jump to(?: (?:content|navigation|main|search).*)?|quick links|useful links|español|français|deutsch|русский|中文|العربية|view (?:desktop|mobile|full|non-amp) (?:version|site)|mobile (?:site|version|apps?)|forgot(?: your)? password\??|remember me|username(?: or e-?mail(?: address)?)?|password|create (?:an |your )?account|my (?:account|profile)|cart(?: \(\d+\))?|checkout)\s*$/i,
    reason: 'navigation',
    reach: 'line',
    words: 25,
  },
  {
    pattern:
      /^(?:(?:your )?(?:california )?privacy(?: (?:rights|choices|center|statement|policy & cookies))?|(?:ca )?do not sell(?: or share)? my (?:personal )?info(?:rmation)?|ad ?choices|terms|terms of (?:sale|access)|cookies|cookie list|disclaimer|legal(?: (?:notices?|information))?|(?:editorial|community|comment(?:ing)?) (?:guidelines|standards|policy|policies)|ethics (?:policy|statement)|masthead|press (?:room|office|cent(?:er|re))|investor relations|get in touch|connect with us|(?:proudly )?powered by \S.{0,60}|by (?:continuing|using|visiting|accessing|browsing)\b.{0,40}\b(?:site|website|service|page)\b.{0,160}|i (?:agree|accept)|got it!?|report (?:a |an )?(?:correction|typo|error)(?: or (?:a |an )?(?:correction|typo|error))?)\s*\.?$/i,
    reason: 'notice',
    reach: 'line',
    words: 40,
  },
  {
    pattern:
      /^(?:loading(?:\s*\.{3}|…)?(?: (?:comments|more|content).*)?|please wait(?:\s*\.{3}|…)?|video player is loading\.?|(?:play|pause|watch) video|(?:un)?mute|current time\s.{0,20}|duration(?: time)?\s+\d.{0,20}|this is a modal window\.?|enable javascript.*|embed(?: code)?|click to (?:share|print|e-?mail|copy)\b.{0,60}|opens in (?:a )?new (?:window|tab)|view (?:this post )?on (?:instagram|twitter|facebook|youtube|x)|like (?:this:?|loading\.{3})|bookmark(?: this)?|rate this(?: article)?|take our (?:poll|survey))\s*$/i,
    reason: 'page tool',
    reach: 'line',
  },
  {
    pattern:
      /^(?:report this ad|get (?:the|our) app|(?:sponsored links? )?(?:by )?(?:taboola|outbrain)|sponsored links? by .{2,30}|promoted (?:links?|by .{2,30}))$/i,
    reason: 'advertisement',
    reach: 'line',
  },
  {
    pattern:
      /^(?:sort by (?:newest|oldest|best|most .{3,12})|(?:start|join) the discussion.{0,20}|this site uses akismet\b.*|learn how your comment data is processed\.?|be the first (?:to|one)\b.{0,40})$/i,
    reason: 'comment form',
    reach: 'line',
    words: 20,
  },
  { pattern: /^(?:just now|(?:a minute|an hour|a day|\d{1,3}\s?[mhdw]) ago)$/i, reason: 'date line', reach: 'line' },

  // Comments
  {
    pattern:
      /^(?:leave a (?:reply|comment|response)\b.{0,60}|(?:post|write|add|submit|join) (?:a |your |the )?(?:comment|reply|response|conversation|discussion|debate)s?(?: \(\+\))?|comments? \(\d+\)|\d+ (?:comments?|responses?|replies|thoughts)(?: (?:on|to) .*)?|cancel reply|be the first to comment.*|comments? (?:are|is) closed.*|kommentar (?:schreiben|verfassen|hinterlassen)|schreiben? sie einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|оставить комментарий|добавить комментарий|发表评论|اترك تعليقا)\s*[!.:]?$/i,
    reason: 'comment form',
    reach: 'rest',
    words: 20,
  },
  {
    pattern:
      /^(?:comments?|reply|kommentare?|commentaires?|comentarios|commenti|комментари(?:и|й)|评论|التعليقات)\s*[:：]?$/i,
    reason: 'comment form',
    reach: 'end',
  },
  { pattern: /^your e-?mail address will not be published\b.*$/i, reason: 'comment form', reach: 'rest', words: 30 },
  {
    pattern:
      /^(?:required fields are marked.*|save my name, e-?mail.*|notify me of .*|you must be logged in to .*|(?:please )?(?:log|sign) in (?:or (?:register|sign up) )?to (?:post|leave|add|comment|continue|read|join)\b.*|name\s*\*|e-?mail\s*\*|website|your (?:name|comment|e-?mail)\b.{0,20}|submit|post comment)$/i,
    reason: 'comment form',
    reach: 'line',
    words: 30,
  },

  // Authors' boxes
  {
    pattern:
      /^(?:about the (?:author|writer|contributor|editor|team)s?|(?:the\s+)?authors?(?:[’']s?)?\s+(?:bio(?:graphy)?|profile|information|info|note)s?|biograph(?:y|ies)|contributors?|written by|meet the (?:author|team)|über (?:den autor|die autor(?:in|en))|zum autor|zur autorin|à propos de l[’']auteure?|sobre (?:el|la|los) autora?e?s?|об авторах?|关于作者|作者简介)\s*[:：]?$/i,
    reason: 'author box',
    reach: 'end',
  },
  {
    pattern: /^(?:about the authors?|authors?[’']?s?[’']? bio(?:graphy)?|bio)\s*[:：–—-]\s*\S.*$/i,
    reason: 'author box',
    reach: 'end',
    words: 150,
  },
  {
    pattern:
      /^(?:(?:more|other|all|view all|see all|read more)\s+(?:articles?|posts?|stories|publications|work)?\s*(?:by|from)\s+.{3,50}|follow .{3,40} on .{3,20}|view (?:profile|bio|all posts).*|(?:twitter|x)\s*[:：]\s*@\w+)$/i,
    reason: 'author box',
    reach: 'line',
  },

  // Newsletters, subscription, support
  {
    pattern:
      /^(?:(?:our |the |weekly |daily |free |e-?mail )*newsletters?|sign up|stay (?:informed|connected|up to date|in touch|tuned)|get (?:our )?(?:newsletter|updates|alerts)|subscribe(?: now| today| here| to .{3,60})?|mailing list|follow us(?: on.*)?|join our .{3,40}|rundbrief|lettre d[’']information|infolettre|boletín|подписаться(?: на .*)?|подписка|рассылка|订阅|النشرة الإخبارية)[:：!.]?$/i,
    reason: 'newsletter',
    reach: 'end',
  },
  {
    pattern:
      /^(?=.*\b(?:subscrib(?:e|ing)|sign(?:ing)? up|register)\b)(?=.*\b(?:newsletters?|updates?|alerts?|inbox|mailing list|magazine|podcast|channel|e-?mails?|briefing)\b).{0,320}$/i,
    reason: 'newsletter',
    reach: 'line',
    words: 50,
  },
  {
    pattern:
      /^.{0,120}\b(?:(?:delivered|sent|straight|direct(?:ly)?|right)\s+(?:straight\s+|directly\s+|right\s+)?to your (?:inbox|e-?mail)|in your inbox|unsubscribe at any ?time)\b.{0,120}$/i,
    reason: 'newsletter',
    reach: 'line',
    words: 60,
  },
  {
    pattern:
      /^(?:(?:e-?mail|enter your e-?mail)(?: address)?|your e-?mail address|first name|last name|thank you for (?:subscribing|signing up).*|by (?:signing up|subscribing|submitting|clicking|registering),? (?:you|i)\b.*)$/i,
    reason: 'newsletter',
    reach: 'line',
    words: 60,
  },
  {
    pattern:
      /^(?:donate(?: now| today| here)?|support (?:us|our (?:work|journalism|mission))\b.{0,60}|become a (?:member|subscriber|supporter|patron)\b.{0,60}|make a (?:gift|donation)\b.{0,40}|spenden|faire un don|donar)[.!]?$/i,
    reason: 'appeal',
    reach: 'line',
  },
  {
    pattern:
      /^.{0,60}\b(?:subscribers? only|subscription required|already a (?:subscriber|member)|to continue reading|start your free trial|free articles? (?:left|remaining|this month)|you have (?:read|reached) .{0,40}\b(?:articles?|limit))\b.{0,80}$/i,
    reason: 'paywall',
    reach: 'line',
    words: 40,
  },

  // Credits and notices
  {
    pattern:
      /^(?:\(?\s*)(?:(?:cover|featured?|header|hero|main|title|top|lead|banner|file|stock)\s+)?(?:images?|photos?|photographs?|pictures?|pics?|illustrations?|bild|foto|fotos|crédit(?:s)? photo|изображение|фото|图片)\s*(?:sources?|credits?|attributions?|courtesy|by|from|via|quelle|rechte)?(?:\s+(?:of|by))?\s*[:：©/|-]\s*\S.*$/i,
    reason: 'image credit',
    reach: 'line',
    words: 35,
  },
  {
    pattern: /^(?:(?:image|photo|picture)\s+)?(?:credits?|copyright)\s*[:：]\s*\S.*$/i,
    reason: 'image credit',
    reach: 'line',
    words: 20,
  },
  {
    pattern:
      /^(?:\(|\[)?(?:(?:file )?(?:photo|image)s?(?: (?:by|courtesy(?: of)?|via|credit))?[:\s].{0,80}|.{0,60}(?:\/|\bvia )\s*)?(?:AP(?: Photo)?|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|Shutterstock|iStock|Unsplash|Xinhua|TASS|Sputnik|Flickr|Wikimedia(?: Commons)?|Bloomberg|Alamy|Pixabay|Pexels|Adobe Stock|dpa|Imago|Anadolu(?: Agency)?|NurPhoto)(?:\s*(?:\/|via|\|)\s*[\p{L} .]{2,40})?(?:\)|\])?$/u,
    reason: 'image credit',
    reach: 'line',
    words: 14,
  },
  { pattern: /^(?:©|\(c\)|copyright\b|&copy;)\s*.{0,200}$/i, reason: 'copyright notice', reach: 'line', words: 45 },
  { pattern: /^.{0,120}\ball rights reserved\b.{0,120}$/i, reason: 'copyright notice', reach: 'line', words: 45 },
  {
    pattern:
      /^(?:advertisement|advertising|advert|ad|ads by .{2,30}|sponsored(?: by .{2,40})?|anzeige|werbung|publicité|publicidad|pubblicità|реклама|广告|إعلان|(?:story|article|content|report) continues (?:below|after)\b.{0,40}|(?:scroll|swipe) (?:down |up )?(?:to|for)\b.{0,40})$/i,
    reason: 'advertisement',
    reach: 'line',
  },
  {
    pattern:
      /^(?:.{0,120}\b(?:we|this (?:web)?site|our (?:web)?site|our partners|diese (?:web)?seite|ce site)\b.{0,80}\b(?:uses?|using|store|place|verwende[nt]|utilise)\b.{0,40}\bcookies\b.*|(?:accept|reject|manage|allow|refuse)(?: all| only)?(?: necessary| essential)?(?: cookies| preferences| settings)?|cookie (?:policy|settings|preferences|notice|consent)|privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions|& conditions)|legal notice|imprint|impressum|datenschutz(?:erklärung)?|mentions légales|aviso legal|contact(?: us)?|about(?: us)?|careers|jobs|press|faq|help|advertise(?: with us)?|feedback)$/i,
    reason: 'notice',
    reach: 'line',
    words: 90,
  },
  {
    pattern: /^(?:(?:source|original|page|article|canonical)\s+)?(?:url|permalink|web address)\s*[:：]\s*https?:\S+$/i,
    reason: 'address line',
    reach: 'line',
  },
  { pattern: /^(?:please )?(?:enable|turn on|activate) javascript\b.*$/i, reason: 'notice', reach: 'line', words: 40 },
  {
    pattern:
      /^\(?(?:reporting|writing|additional reporting|editing|edited|compiled|translated|fact[- ]check(?:ed|ing))\s+(?:and (?:writing|editing) )?by\s+\p{Lu}.{3,160}$/iu,
    reason: 'by-line',
    reach: 'line',
    words: 30,
  },
  {
    pattern:
      /^(?:send (?:us )?(?:tips|letters|feedback)|contact (?:the |our )?(?:authors?|writers?|reporters?|editors?|us)|write to|e-?mail (?:the author|us)|have (?:a tip|feedback|something to say)|got a (?:tip|story)|spotted an? (?:error|typo)|found an? (?:error|mistake)|report an? (?:error|mistake|typo))\b.{0,160}$/i,
    reason: 'contact line',
    reach: 'line',
    words: 35,
  },
]

/** Whose picture it is, where a caption says so at its end: `(Image: NAME)`, `… AP Photo/A B`, `… [File: NAME]`. */
export const pictureCredit =
  /(?:[([](?:image|photo|picture|file|credit|courtesy|source)s?\b[^)\]]{0,60}[)\]]|\bAP Photo\b|\bGetty(?: Images)?\b|[([](?:Reuters|AFP|AP|EPA|TASS|Xinhua|dpa)\b[^)\]]{0,40}[)\]]|\b(?:photo|image|picture)(?:graph)? (?:by|courtesy|credit)\b.{2,60}|©.{2,60}|\s\/\s(?:Reuters|AFP|AP|EPA|TASS|Xinhua|dpa)\b.{0,20})\s*$/i

/** The same where nothing says that the passage is a caption: certain only with the word for a picture in brackets. */
export const captionCredit =
  /[^.!?…:]\s*[([]\s*(?:(?:(?:file )?(?:image|photo|picture|pic)s?|file)(?:\s+(?:by|credit|courtesy(?: of)?|via))?\s*[:：/]|(?:AP|AFP|Reuters|EPA|Getty)\s+(?:file )?(?:Photo|Images?)\b|(?:photo|image|picture) (?:by|credit|courtesy)\b)[^)\]]{1,80}[)\]]\s*$/i

/** A contact of the document: `Contact: A B, a.b@example.org`. */
export const contactLine =
  /^(?:(?:for )?(?:press |media |further |more |general )*(?:contacts?|enquir(?:y|ies)|inquiries|information|kontakt|ansprechpartner(?:in)?|contacto|contatto|контакты?|联系(?:人|方式)?)(?: (?:details|person|information|contact))?)\s*[:：,].*(?:@|\+?\d[\d ()/-]{6,})/iu

/** Headings of what may still follow a document's end and belongs to it. */
export const backMatter =
  /^(?:notes|end ?notes|footnotes|references|bibliography|works cited|sources|appendix|annex|annexes|acknowledge?ments|anmerkungen|fußnoten|literatur|quellen|anhang|notes de bas de page|références|bibliographie|annexe|notas|referencias|bibliografía|примечания|сноски|литература|источники|приложение|参考文献|注释|附录)(?!\p{L}).{0,20}$/iu
