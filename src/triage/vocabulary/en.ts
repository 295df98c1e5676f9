import type { Vocabulary } from './vocabulary.ts';

const person =
  '(?:human|person|people|agent|operator|representative|rep|colleague|technician|engineer|expert|advisor|supervisor|staff|someone|somebody|real one)s?';
const ticket = '(?:tickets?|issues?|incidents?|cases?|requests?|problems?|reports?|complaints?)';

export const en: Vocabulary = {
  acts: {
    greeting: [
      "hi+|hell?o+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|what'?s up|what is up|sup",
      "how (?:are|r) (?:you|u|things)(?: doing)?|how(?:'s| is) it going|how do you do|nice to meet you",
    ],
    thanks: [
      "thanks|thank|thank's|thank (?:you|u)|thx|tnx|ty|tysm|cheers|(?:much |very |really )?appreciated?(?: it| that| the help| your help)?|grateful",
    ],
    goodbye: [
      '(?:good ?)?bye+(?: bye)?|ciao|see (?:you|ya|u)(?: (?:around|later|soon|tomorrow|then))?|cya|(?:talk|speak|catch) (?:to )?(?:you|ya|u) (?:later|soon)',
      "so long|farewell|take care|have a (?:good|nice|great|lovely) (?:day|one|evening|night|weekend)|good ?night|later|gotta go|i'?m off|until (?:next time|later)|that(?:'s| is| will be) all",
    ],
    praise: [
      '(?:well|nicely) done|(?:good|great|nice|awesome|excellent|amazing) (?:job|work|service|support)|you(?:.re| are) (?:the best|great|awesome|amazing|a star)|love (?:it|this|you)|awesome|amazing|brilliant|fantastic|wonderful|kudos|impressive',
    ],
    smallTalk: [
      "(?:are|r|aren'?t|you(?:'re| are)) (?:you |u )?(?:really |just |actually |only )?(?:a |an |the )?(?:\\p{L}+ )?(?:bot|chat ?bot|robot|human(?: being)?|machine|ai|computer|program|person|real|alive)",
      "(?:am i|i'm|is this) (?:talking|speaking|chatting|writing|typing)?(?: (?:to|with))? ?(?:a |an )?(?:real )?(?:bot|chat ?bot|robot|human|machine|ai|person|computer)",
      "who (?:are|r|made|built|created) (?:you|u)|what(?:'s| is) your name|what are you|where (?:are you from|do you live)|tell me about yourself|lol|haha+|hehe+|test(?:ing)?|ping|just kidding|bored",
    ],
    reply: [
      "yes|yeah+|yep|yup|ya|sure|of course|correct|right|that(?:'s| is) (?:right|correct|fine|it|wrong|not it)|exactly|absolutely|definitely|indeed|please do|go ahead|do it|sounds good|agreed",
      "no+|nope|nah|never ?mind|not (?:really|now|yet|this|that|needed|necessary)(?: one)?|don'?t (?:do that|bother|use (?:it|that|this))|do not|cancel|stop|forget it|neither|never|none(?: of (?:them|these|those))?|wrong|no (?:thanks|thank you|need|way)|i don'?t (?:want|think so|know|need it)",
      '(?:(?:my|the|it|this|that) )?(?:e-?mail(?: address)?|address|number|id|name|user ?name|priority)? ?(?:is|should be|will be|would be)? ?(?:a |an )?(?:@mail|(?:low|medium|high|normal|critical)(?: priority)?)|use @mail|0+',
    ],
    help: [
      '(?:i |we )?(?:really |just |would |also )?(?:need|want|require|like|could use)(?: to get| some| your| any| a bit of| a little)? (?:help|assistance|support)(?: please)?',
      '(?:can|could|would|will|may) (?:you|u|someone|anyone|somebody|anybody|i)(?: please)? (?:help|assist|support|get help|get some help|ask (?:you )?something|ask a question)(?: (?:me|us|out))*|help(?: me)?(?: out)?(?: please)?',
      `(?:(?:open|create|raise|file|log|make|submit|start|report|register|enter|have) (?:up )?(?:an?|another|the|my|some|one)? ?(?:new |support |service |help ?desk |it )*${ticket})`,
      `(?:i(?:'m|'ve| am| have)? ?|we (?:have|are) )?(?:having|have|got|experiencing|facing|running into|with) (?:an?|some|the|another|one)? ?(?:\\p{L}+ )?(?:issues?|problems?|trouble)`,
      '(?:what|which) (?:can|could|do|are) (?:you|u|i|my|the|your) ?(?:do|help|offer|ask|options|choices|services|features|able to do|things)?|how (?:can|could|do|does|would) (?:you|u|this|it|i|the bot) (?:help|assist|work|use you)(?: me| us)?',
      "something(?:'s| is)? (?:is )?(?:wrong|broken|off|not (?:right|working))|(?:big |huge |small |new |an? )?(?:problem|issue|trouble)|options|menu|commands|i(?:'m| am) (?:stuck|lost)|i have a question|new ticket|support|assist(?:ance)?",
    ],
    human: [
      `(?:(?:i|we)(?:'d| would| do)? (?:really |just |only )?(?:want|like|love|need|prefer|wish|have|insist)(?: to)? )?(?:talk|talking|speak|speaking|chat|chatting|connect|connected|contact|write|transfer|transferred|transfer me|connect me|pass me|put me through|hand me|hand over|switch|direct me|get|give|need|want|prefer|call|like|reach|find|bring|deal|have)(?: me| us)?(?: up)?(?: (?:to|with|in|on|over|through|back|some|an?|the|your|one|another|rather|instead|real|live|actual|physical|proper|it|support|service|customer|help|desk|person|of|from|\\p{L}+ing))* ${person}(?: (?:please|instead|else|now))?`,
      `(?:an? |the |some |any )?(?:real|live|actual|living|physical|human) (?:human|person|people|agent|operator|support|being|being|help|assistance|someone|one|interaction)s?`,
      'hand ?(?:off|over)',
      "(?:don'?t|do not) (?:want|like|wish) (?:to )?(?:talk|speak|chat|deal|write)?(?: (?:to|with))? ?(?:an? |the |this |you )?(?:bot|robot|machine|chat ?bot|computer)?|(?:not|no|stupid|sick of|tired of) (?:an? |the |this |more )*(?:bot|robot|machine|chat ?bot)s?",
      '(?:is|are) there (?:an?|any|some) (?:real |live |actual )?(?:human|person|people|agent|one|body)(?: (?:here|there|around|available|i|who))?|anyone (?:there|real|human|here)|call me(?: back)?|phone number|(?:talk|speak) to (?:someone|somebody|anyone)',
    ],
    status: [
      `(?:status|state|progress|updates?|news|eta|outcome|whereabouts)(?: \\p{L}+){0,4} ${ticket}|${ticket}(?:'s)? (?:status|state|progress|updates?|eta)`,
      `(?:any|check(?:ing)?|what(?:'s| is)|what are|get|see|know|give me|tell me|show me|view|need|want)(?: (?:me|on|the|an?|my|any|for|if|there is|about))* (?:status|updates?|news|progress|eta)`,
      `(?:has|have|had|is|are|was|were|did|will|when|do|what|whats|what's|where|why|how|check|checking|see|show|list|view|know|if|whether|look|find)(?: [\\p{L}']+){0,6} (?:my|our|the|any|open|existing|pending|last|old)(?: (?:my|our|open|existing|pending|last|previous|current|old|other))* ${ticket}`,
      `(?:my|our|that|the|this) (?:open |last |old |other )*(?:tickets?|incidents?|cases?|requests?)(?: (?:0|i|we))?(?: [\\p{L}']+){0,4} (?:closed|open|opened|resolved|solved|fixed|done|finished|progress|handled|looked|assigned|reported|raised|submitted|pending|ready|updated?)`,
      `(?:look|looking|check|search)(?: it| that| them| this)? (?:up )?(?:for|with|under|by) @mail|still waiting|any (?:updates?|news|progress)|how(?:'s| is) it (?:looking|coming along)|when will (?:it|this) be (?:done|fixed|ready)`,
    ],
    outOfScope: [
      'weather|forecast|temperature outside|rain(?:ing)?|snow(?:ing)?|pizza|burgers?|lunch|dinner|breakfast|food|restaurants?|recipes?|cook(?:ing)?|hungry|beer|taxi|flights?|hotels?|train tickets?|movies?|films?|songs?|music|jokes?|football|soccer|sports?|lottery|horoscope|dating|girlfriend|boyfriend|stock price|bitcoin',
      "(?:fridge|refrigerator|freezer|washing machine|dish ?washer|dryer|oven|stove|microwave|toaster|kettle|vacuum|tv|television|car|bike|bicycle|house|toilet|sink|shower|heater|lawn ?mower)s?(?:'s| is)?",
      "square root|(?:what|how much)(?:'s| is) 0 ?(?:[-+*x/]|plus|minus|times) ?0|(?:capital|president|population) of|meaning of life|what (?:year|day|time|date|month) is (?:it|today)|who (?:won|is the president)|how far is|tell me a (?:joke|story)|sing (?:me )?a song|translate|poems?|homework|politics|election",
    ],
  },
  alone: {
    human: [
      `${person.replace('|people', '').replace('|someone|somebody|real one', '').replace('|staff', '')} please|(?:customer|human) (?:service|support|care)|(?:service |support )?(?:agent|human|operator|representative)`,
    ],
  },
  fillers:
    "no a an the and or but so very really too much many lot lots again all everyone everybody team folks guys bot robot desk deskhand there here you u your ur me my i i'm im it its it's is are was be to for of on in at with that this now just please pls plz well oh ah um uh hmm hm eh then today day great cool nice good awesome super perfect ok okay help bud buddy mate man dear friend sir madam dude also my works working fixed has have do what would will can could p d k fine",
  things:
    'access account accounts adapter app apps application audio backup badge battery bluetooth browser cable calendar camera charger chat citrix computer connection database desktop device devices disk display docking dongle drive driver email e-mail excel file files folder hardware headset internet intranet invoice jira keyboard laptop license licence lan login mailbox meeting microphone mic mfa mobile monitor mouse network office onedrive outlook password pc pdf permission permissions phone pin portal powerpoint printer printing projector room salesforce sap scanner screen server share sharepoint shift signature site slack software sound speaker spreadsheet system tablet teams timesheet token toner tool update upgrade usb user vdi video vm vpn webcam website wifi wi-fi windows wlan word zoom',
  kinds: {
    incident: [
      "(?:is|are|was|does|do|did|has|have|will|would|can|could|it|still|just) ?(?:not|n't)|(?:isn'?t|aren'?t|doesn'?t|don'?t|won'?t|can'?t|couldn'?t|didn'?t|wasn'?t|hasn'?t|wont|cant|doesnt|isnt|dont|cannot|can not)|unable to|no longer|stopped|stuck|refus(?:es|ed)|never",
      "not work(?:ing)?|errors?|fail(?:s|ed|ing|ure)?|broken|broke|down|crash(?:es|ed|ing)?|freez(?:es|ing)|frozen|hang(?:s|ing)?|slow(?:ly)?|lag(?:s|gy|ging)?|disconnect(?:s|ed|ing)?|drop(?:s|ped|ping)(?: out)?|keeps? \\p{L}+ing|lost|missing|gone|disappeared|corrupt(?:ed)?|blank|black screen|blue screen|virus|malware|phishing|hacked|stolen|outage|offline|bug|glitch|locked(?: out)?|expired|denied|timeouts?|tim(?:es?|ed|ing) out|loud|dead|issues?|problems?|trouble|something(?:'s| is) wrong|leak(?:s|ing)?|weird|strange",
    ],
    request: [
      "(?:i|we|he|she|they|\\p{L}+) (?:(?:would |'d )?(?:like|love)|needs?|wants?|require)(?: to (?:have|get|order|buy|request|reset|change|install))?|(?:can|could|may|would) (?:i|we|you|someone)(?: please)?|please|requesting|request(?:s|ed)?(?: for| access)?|need",
      '(?:re)?set(?:ting)? (?:up |my |the |a |our )|reset|grant|install|order|provide|provision|create|add (?:me|us|him|her|access)|remove (?:me|access)|new (?:laptop|computer|phone|monitor|mouse|keyboard|account|user|employee|hire|starter|license|licence|headset|mailbox)|access to|permissions?|licen[cs]es?|onboard(?:ing)?|offboard(?:ing)?|replacement|upgrade my|forgot(?:ten)?(?: my)?|unlock',
    ],
    question: [
      "^(?:hi |hello |hey )?(?:how|what|what's|whats|which|where|when|why|who|is|are|does|do|can|could|should|any|has|will|would)|how (?:do|can|to|should|would|does)|is (?:there|it|this|that)|are there|does (?:any|it|the)|any (?:idea|way|alternative|good|app|tool)|possible|wondering|difference between|what (?:is|are)|best|recommend(?:ation|ations|ed)?|alternatives?|similar to|tutorial|explain|doubts?|suggest(?:ions?)?|should i",
    ],
    problem: [
      'root causes?|recurr(?:ing|ent|s)|keeps? (?:coming back|happening|recurring)|again and again|over and over|every (?:day|week|time)(?: again)?|(?:third|fourth|fifth|0(?:rd|th)) time|repeated(?:ly)?|known error|permanent (?:fix|solution)|for good',
    ],
    change: [
      'change (?:request|window|freeze)|planned (?:maintenance|change|outage|downtime)|maintenance window|roll(?:ing)? ?(?:out|back)|deploy(?:ing|ment)?|migrat(?:e|ing|ion)|firewall rule|go[- ]live|decommission|schedule[ds]? (?:an? )?(?:upgrade|update|change|downtime)|cut ?over|new version on (?:the )?servers?',
    ],
  },
  facts: {
    errorText: [
      'errors? (?:code|message|says|text|0)|it says|says that|message (?:says|is)|code 0|0x0\\w*|exception|"[^"]{4,}"',
    ],
    since: [
      'since|yesterday|today|this (?:morning|afternoon|week)|last (?:night|week|month)|(?:an?|0|few|couple of) (?:minutes?|hours?|days?|weeks?) ago|after (?:the|an?|my|i) ?(?:update|upgrade|reboot|restart|lunch|change)?|just now|0 ?(?:am|pm|h)|monday|tuesday|wednesday|thursday|friday',
    ],
    affected: [
      'everyone|everybody|all of us|whole \\p{L}+|(?:my|our) team|only me|just me|nobody|no one|several|colleagues?|users|for me|my',
    ],
    forWhom: [
      'for (?:me|my|our|us|him|her|the|a|an|new) ?\\p{L}*|for @mail|my|on behalf of|new (?:employee|hire|colleague|starter|joiner)|i|me',
    ],
  },
};
