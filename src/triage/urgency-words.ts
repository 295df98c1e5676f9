import type { Level } from '../tickets/ticket.ts';
import type { Guess } from './assistant.ts';
import { anyPhrase, plainly } from './plain-words.ts';

const noHurry = anyPhrase([
  "not (?:so |that |very |really |too )?(?:urgent|important|critical)|no (?:rush|hurry|stress)|isn'?t (?:urgent|critical)|when(?:ever)? you (?:have|find|get) (?:the |some |a )?(?:time|chance|minute|moment)|at your convenience|low prio(?:rity)?|some ?day|nice to have|can wait",
  'nicht (?:so |sehr |ganz )?(?:dringend|eilig|wichtig)|eilt nicht|keine eile|hat zeit|bei gelegenheit|wenn (?:du|ihr|sie) zeit (?:hast|habt|haben)|niedrige priorität',
  'no (?:es |corre )?(?:urgente|prisa)|sin prisa|cuando (?:puedas|puedan|tengas tiempo)|baja prioridad|prioridad baja',
  "(?:pas|rien d') ?(?:très |si )?urgent|sans urgence|pas pressé|quand (?:vous|tu) (?:aurez|auras|avez|as) (?:le temps|un moment)|priorité basse",
  'não (?:é|tem|há) ?(?:muito )?(?:urgente|urgência|pressa)|sem pressa|quando (?:puder|puderem|tiver tempo)|baixa prioridade|prioridade baixa',
]);
const urgent = anyPhrase([
  "urgent(?:ly)?|asap|as soon as possible|emergency|immediate(?:ly)?|critical|(?:can't|cannot|can not|cant|unable to) (?:work|do anything|do my job)|blocked|blocking|right (?:now|away)|deadline|high prio(?:rity)?|top priority|sev(?:erity)? ?0|p0|in 0 minutes|quickly|hurry|(?:ceo|customers?|presentation|demo|meeting) (?:is |are )?waiting",
  'dringend|eilig|eilt|sofort|umgehend|notfall|so (?:bald|schnell) wie möglich|schnellstmöglich|kann nicht (?:mehr )?arbeiten|kritisch|hohe priorität|frist',
  'urgente(?:mente)?|emergencia|inmediat(?:o|a|amente)|cuanto antes|lo antes posible|ya mismo|no (?:puedo|podemos) trabajar|crítico|alta prioridad|prioridad alta',
  'urgente?|urgence|immédiat(?:ement)?|au plus vite|dès que possible|tout de suite|(?:peux|pouvons) (?:pas|plus) travailler|critique|bloquant|priorité haute',
  'urgente(?:mente)?|urgência|emergência|imediat(?:o|a|amente)|o (?:mais rápido|quanto antes)|quanto antes|assim que possível|não (?:consigo|conseguimos) trabalhar|crítico|alta prioridade|prioridade alta',
]);

/** How pressing it is, 1 the most, by words that say so; 2 when nothing says anything. */
export function urgencyIn(text: string): Guess<Level> {
  const plain = plainly(text);
  if (isIn(noHurry, plain)) return { value: 3, confidence: 0.9, by: 'rules' };
  if (isIn(urgent, plain)) return { value: 1, confidence: 0.85, by: 'rules' };
  return { value: 2, confidence: 0.6, by: 'rules' };
}

function isIn(pattern: RegExp, plain: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(plain);
}
