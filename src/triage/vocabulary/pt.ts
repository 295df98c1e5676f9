import type { Vocabulary } from './vocabulary.ts';

const person = '(?:humano|pessoa|agente|atendente|operador(?:a)?|técnico|técnica|alguém|colega)';
const ticket = '(?:tickets?|chamados?|incidentes?|caso|casos|pedidos?|solicitaç(?:ão|ões))';

export const pt: Vocabulary = {
  acts: {
    greeting: [
      'olá+|ola|oi+|bom dia|boa (?:tarde|noite)|boas|tudo (?:bem|bom)|como (?:vai|está|estás|vocês estão)|e aí|saudações',
    ],
    thanks: ['(?:muito )?obrigad(?:o|a|ão|inho)|valeu|agradeço|agradecid[oa]|grat[oa]|brigad[oa]'],
    goodbye: [
      'adeus|tchau|até (?:logo|mais|breve|amanhã|já|a próxima)|falou|bom fim de semana|tenha um(?:a)? (?:bom|boa|ótim[oa]) \\p{L}+|é só isso|é tudo',
    ],
    praise: [
      'bom trabalho|ótimo(?: trabalho| serviço)?|excelente(?: trabalho| serviço)?|parabéns|fantástico|maravilhoso|incrível|vocês são (?:os melhores|ótimos|demais)|você é (?:o melhor|ótimo|demais)|adorei|muito bem|bem feito',
    ],
    smallTalk: [
      '(?:você é|és|estou falando com|é você)(?: \\p{L}+){0,3} (?:bot|robô|robot|máquina|humano|pessoa|ia)|quem (?:é você|és)|qual (?:é )?o seu nome|haha+|kkk+|rsrs|teste|testando|lol',
    ],
    reply: [
      'sim|claro|com certeza|correto|exato|isso(?: mesmo)?|pode ser|está bem|tá (?:bom|bem)|não+|nunca|nem|deixa (?:pra lá|para lá|estar)|esquece|cancelar?|nenhum(?:a)?|não (?:precisa|sei|é isso)|errado|meu (?:e-?mail|nome|número) é (?:@mail|0)|@mail|0+|alta|média|baixa',
    ],
    help: [
      `(?:preciso|quero|queria|gostaria)(?: de)?(?: uma| sua| alguma)? (?:ajuda|assistência|suporte)|(?:pode|podes|podem|poderia|poderiam|consegue)(?: \\p{L}+)? (?:ajudar|me ajudar|ajudar-me|dar uma ajuda)|(?<!pel[ao] (?:sua |tua |toda a )?)ajuda|socorro|(?:tenho|estou com|há|temos) (?:um|uma|alguns) (?:problema|dúvida|pergunta|questão)s?|problema|o que (?:você|pode) (?:pode )?fazer|(?:abrir|criar|registrar|registar|fazer) (?:um|uma) (?:novo |nova )?${ticket}`,
    ],
    human: [
      `(?:falar|conversar|contactar|contatar|transferir|transfira-me|me passa|passar|quero|preciso|prefiro|me conecte)(?: (?:com|para|de|um|uma|o|a|outro|outra))* ?${person}|${person} (?:de verdade|real|por favor|humano|humana)|atendimento humano|não (?:quero|com) (?:falar com )?(?:um |uma |o )?(?:bot|robô|máquina)|me lig(?:a|ue)|ligue-me`,
    ],
    status: [
      `(?:estado|status|situação|novidades|andamento|notícias|progresso)(?: [\\p{L}]+){0,3} ${ticket}|(?:como|quando|o que|já|onde) (?:está|anda|vai|foi|aconteceu)(?: [\\p{L}]+){0,4} (?:meu|minha|o|a) ${ticket}|(?:há|alguma|tem|têm) (?:alguma )?(?:novidades?|notícias?|atualização|previsão)|continuo (?:à espera|esperando)|ainda (?:à espera|esperando)|qual (?:é )?o (?:estado|status|andamento)`,
    ],
    outOfScope: [
      'previsão do tempo|como (?:está|vai estar) o tempo|clima|chuva|chove|chovendo|pizza|almoço|jantar|comida|fome|restaurante|receita|cozinhar|cerveja|táxi|voo|hotel|filme|música|canção|piada|futebol|esporte|desporto|loteria|lotaria|horóscopo|geladeira|frigorífico|máquina de lavar|lava-?louças?|forno|micro-?ondas|televisão|carro|bicicleta|aquecedor|capital d[aeo]|presidente|raiz quadrada|sentido da vida|que (?:horas?|dia|ano)|poema|lição de casa|política',
    ],
  },
  fillers:
    'e ou o a os as um uma de do da em no na por para pra com muito muita pela pelo ajuda a todos todas time equipe equipa você vocês te me eu é isso já bem ok okay beleza ótimo perfeito favor agora hoje tudo rápida pessoal gente',
  things:
    'acesso aplicativo aplicação app bateria câmera câmara carregador cabo calendário computador notebook portátil conta crachá disco email e-mail fone ficheiro arquivo impressora internet intranet licença microfone monitor mouse rato navegador palavra-passe senha pasta permissão programa projetor rede scanner servidor sistema software som tela ecrã teclado telefone celular toner usuário utilizador vpn wifi site excel outlook teams',
  kinds: {
    incident: [
      'não (?:funciona|consigo|conseguimos|abre|carrega|conecta|liga|responde|imprime|está|dá|posso|entra|recebo|aparece)|não|erros?|falh(?:a|ou|as|ando)|quebrad[oa]|quebrou|avariad[oa]|caiu|fora do ar|lent[oa]|travad[oa]|travou|trava|trav(?:a|ando)|bloquead[oa]|congel(?:a|ou|ado)|perdi|perdid[oa]|roubad[oa]|sumiu|desapareceu|vírus|phishing|hackead[oa]|expirou|expirad[oa]|negado|problemas?|parou|deixou de|encravad[oa]',
    ],
    request: [
      'precis(?:o|amos|a)|quer(?:o|ia)|gostaria|solicit(?:o|ar|amos|ação)|necessit(?:o|amos)|por favor|pode(?:m|s|ria|riam)?|instal(?:ar|em|e)|encomendar|redefinir|resetar|repor|criar|acesso (?:a|ao|à)|permiss(?:ão|ões)|licenças?|nov[oa] (?:portátil|notebook|computador|telefone|celular|monitor|rato|mouse|teclado|conta|funcionári[oa]|colega|usuário|utilizador)|desbloquear|esqueci|substituição',
    ],
    question: [
      '^(?:olá |oi )?(?:como|o que|que|qual|quais|onde|quando|por ?que|quem|há|existe|é possível|dá para|alguém)|como (?:posso|faço|se)|é possível|dá para|alguém sabe|recomend\\p{L}+|alternativas?|diferença entre|dúvida|pergunta',
    ],
    problem: [
      'causa raiz|vez(?:es)? (?:sem conta|após vez)|toda (?:hora|vez|semana)|todos os dias|sempre que|recorrente|repetid(?:o|a|amente)|de novo|outra vez|solução (?:definitiva|permanente)|erro conhecido',
    ],
    change: [
      'pedido de mudança|janela de (?:manutenção|mudança)|manutenção (?:planejada|planeada|programada)|migra(?:r|ção)|implanta(?:r|ção)|deploy|regra (?:de|do) firewall|entrada em produção|atualização programada',
    ],
  },
  facts: {
    errorText: ['erro 0|código|mensagem|diz|aparece|0x0\\w*|«[^»]{4,}»|"[^"]{4,}"'],
    since: [
      'desde|ontem|hoje|esta (?:manhã|tarde|semana|noite)|há (?:0|um|uma|uns|umas|alguns) ?\\p{L}*|depois|após|segunda|terça|quarta|quinta|sexta',
    ],
    affected: [
      'todos|todas|toda a gente|ninguém|vários|várias|equipe|equipa|departamento|colegas|só (?:eu|comigo)|meu|minha|me|usuários|utilizadores',
    ],
    forWhom: [
      'para (?:mim|meu|minha|um|uma|o|a|nosso|nossa|nós)|pra mim|meu|minha|eu|nov[oa] (?:funcionári[oa]|colega)',
    ],
  },
};
