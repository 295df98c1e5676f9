import type { Vocabulary } from './vocabulary.ts';

const person = '(?:humano|persona|agente|operador(?:a)?|técnico|técnica|alguien|asesor(?:a)?|compañero)';
const ticket = '(?:tickets?|tiques?|incidencias?|caso|casos|solicitud(?:es)?|petición|reporte)';

export const es: Vocabulary = {
  acts: {
    greeting: [
      'hola+|buen(?:os|as)(?: (?:días|dias|tardes|noches))?|buen día|saludos|qué tal|que tal|cómo (?:estás|están|está)|como estas|qué onda',
    ],
    thanks: ['(?:muchas |mil )?gracias|agradezco|agradecid[oa]|se agradece|te lo agradezco'],
    goodbye: [
      'adiós|adios|hasta (?:luego|pronto|mañana|la vista|la próxima)|nos vemos|chao|chau|que tengas? (?:un )?buen(?:a|os)? (?:día|tarde|noche|finde)?|cuídate|eso es todo',
    ],
    praise: [
      'buen (?:trabajo|servicio)|excelente(?: trabajo| servicio)?|genial|fantástico|increíble|maravilloso|son (?:los mejores|geniales)|eres (?:el mejor|genial)|me encanta|bien hecho',
    ],
    smallTalk: [
      '(?:eres|es usted|estoy hablando con)(?: \\p{L}+){0,3} (?:bot|robot|máquina|humano|persona|ia)|quién eres|quien eres|cómo te llamas|jaja+|prueba|probando|lol',
    ],
    reply: [
      'sí|si|claro|por supuesto|de acuerdo|correcto|exacto|así es|adelante|está bien|no+|nunca|para nada|no hace falta|no importa|olvídalo|cancelar?|ninguno|incorrecto|no lo sé|mi (?:correo|email|nombre|número) es (?:@mail|0)|@mail|0+|alta|media|baja',
    ],
    help: [
      `(?:necesito|quiero|quisiera|requiero)(?: tu| su| un poco de| algo de)? (?:ayuda|asistencia|soporte)|(?:me )?(?:puedes?|pueden|podrías?|podrían) (?:ayudar(?:me|nos)?|echar(?:me)? una mano)|(?<!por (?:la|tu|su|toda la) )ayuda|auxilio|socorro|(?:tengo|hay) (?:un|una|algunos|otro) (?:problema|pregunta|duda|incidencia)s?|problema|qué puedes hacer|(?:abrir|crear|registrar|levantar|reportar) (?:un|una|otro|otra) ${ticket}|algo (?:va|está) mal`,
    ],
    human: [
      `(?:hablar|chatear|comunicar(?:me)?|contactar|conectar(?:me)?|pasar(?:me)?|quiero|necesito|prefiero|páseme|pásame)(?: (?:con|a|al|un|una|el|la|otro|otra))* ?${person}|${person} (?:real|de verdad|por favor|humano|humana)|atención humana|no (?:quiero|con) (?:hablar con )?(?:un |una )?(?:bot|robot|máquina)|llámame|llámenme`,
    ],
    status: [
      `(?:estado|estatus|novedad(?:es)?|avance|noticias|progreso)(?: [\\p{L}]+){0,3} ${ticket}|(?:cómo|como|qué|que|cuándo|cuando|ya|dónde) (?:va|está|pasa|pasó|estará|han)(?: [\\p{L}]+){0,4} (?:mi|mis|la|el) ${ticket}|(?:hay|alguna|tienen) (?:alguna )?(?:novedad(?:es)?|noticias?|actualización)|sigo esperando|cuál es el estado`,
    ],
    outOfScope: [
      'clima|tiempo hace|llueve|lluvia|pizza|almuerzo|comida|cena|hambre|restaurante|receta|cocinar|cerveza|taxi|vuelo|hotel|película|canción|música|chiste|fútbol|deporte|lotería|horóscopo|nevera|refrigerador|frigorífico|lavadora|lavavajillas|horno|microondas|televis(?:or|ión)|tele|coche|carro|bicicleta|calefacción|capital de|presidente|raíz cuadrada|sentido de la vida|qué (?:hora|día|año) es|poema|tarea escolar|política',
    ],
  },
  fillers:
    'y o el la los las un una de del a al por para con muy mucho muchas tu su la ayuda todo todos todas equipo a ti usted ustedes amigo chicos me lo le que es ya bien vale ok okay perfecto genial favor por tan rápida ahora hoy',
  things:
    'acceso aplicación app auriculares batería cámara cargador contraseña clave correo cuenta calendario carpeta archivo disco escáner impresora internet intranet licencia micrófono monitor móvil navegador ordenador computadora pantalla permiso permisos portátil programa proyector ratón red servidor sistema software sonido tarjeta teclado teléfono tóner usuario videollamada vpn wifi web página excel outlook teams',
  kinds: {
    incident: [
      'no (?:funciona|puedo|podemos|abre|carga|conecta|responde|enciende|arranca|imprime|me deja|deja|se|va|hay|aparece|recibo|tengo acceso)|no|error(?:es)?|fall(?:a|o|os|as|ando)|roto|rota|caído|caída|lent[oa]|bloquead[oa]|se (?:cuelga|congela|cierra|apaga|cae|bloqueó)|congelad[oa]|perdid[oa]|perdí|robad[oa]|desapareció|virus|phishing|hackead[oa]|caducad[oa]|expirad[oa]|denegado|problemas?|dejó de|atascad[oa]',
    ],
    request: [
      'necesit(?:o|amos|a)|quier(?:o|e)|quisiera|solicit(?:o|ar|amos|ud)|requier(?:o|e)|por favor|pued(?:es|en)|podrías?|podrían|instal(?:ar|en|e)|pedir|restablecer|resetear|crear|dar(?:me)? acceso|acceso a|permisos?|licencias?|nuev[oa] (?:portátil|ordenador|computadora|teléfono|monitor|ratón|teclado|cuenta|empleado|empleada|usuario)|desbloquear|olvidé|reemplazo',
    ],
    question: [
      '^(?:hola )?(?:cómo|como|qué|que|cuál|cual|dónde|donde|cuándo|por qué|quién|hay|existe|se puede|es posible)|cómo (?:puedo|hago|se)|es posible|se puede|hay alguna|alguien sabe|recomiendan|alternativas?|diferencia entre|duda|pregunta',
    ],
    problem: [
      'causa raíz|una y otra vez|cada (?:día|vez|semana)|todos los días|otra vez|recurrente|repetid(?:o|a|amente)|de nuevo|siempre (?:pasa|falla)|solución (?:definitiva|permanente)|error conocido',
    ],
    change: [
      'solicitud de cambio|ventana de (?:cambio|mantenimiento)|mantenimiento (?:planificado|programado)|migra(?:r|ción)|despl(?:egar|iegue)|regla (?:de|del) (?:firewall|cortafuegos)|puesta en producción|actualización programada',
    ],
  },
  facts: {
    errorText: ['error 0|código|mensaje|dice|0x0\\w*|«[^»]{4,}»|"[^"]{4,}"'],
    since: [
      'desde|ayer|hoy|esta (?:mañana|tarde|semana)|anoche|hace (?:0|un|una|unos|unas) ?\\p{L}*|después de|tras|lunes|martes|miércoles|jueves|viernes',
    ],
    affected: ['todos|todas|nadie|varios|varias|equipo|departamento|compañeros|solo (?:yo|a mí)|mi|mis|me|usuarios'],
    forWhom: [
      'para (?:mí|mi|un|una|el|la|nuestro|nuestra|ellos)|mi|mis|me|nuev[oa] (?:empleado|empleada|compañer[oa])|yo',
    ],
  },
};
