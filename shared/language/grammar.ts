import { wordSet } from '../basics/text.ts'
import type { FramedLanguage } from './language.ts'

/** What the rules must know of a language to tell a definition from other sentences. All classes are closed. */
export interface Grammar {
  /** The articles, each with its number; none where a form serves both. */
  readonly singular: ReadonlySet<string>
  readonly plural: ReadonlySet<string>
  /** Of these, those that introduce something not named before. */
  readonly indefinite: ReadonlySet<string>
  /** What joins a subject with what it is, in the present. */
  readonly is: readonly string[]
  readonly are: readonly string[]
  /** Small words that may stand inside a name. */
  readonly inNames: ReadonlySet<string>
  /** First words that name nothing: pronouns, demonstratives, connectives, prepositions, counts. */
  readonly leaning: ReadonlySet<string>
  /** Demonstratives: what they point at stands outside the sentence. */
  readonly pointing: ReadonlySet<string>
  /** Auxiliaries in the past: what is told with them happened, it defines nothing. */
  readonly past: ReadonlySet<string>
  /** Auxiliaries in the present: before the first relative they make a clause of what else would be a phrase. */
  readonly present: ReadonlySet<string>
  /** Verbs of open classes in the past, told by their ending and what follows. */
  readonly pastVerb?: RegExp
  /** What a relative clause begins with. */
  readonly relative: ReadonlySet<string>
  /** How a sentence begins that defines what stands above it: "É um …", "Il s’agit d’une …". */
  readonly defines: RegExp
  /** Abstract nouns that stand for a part of what is said: "the aim is", "one reason is". */
  readonly ofSpeech: ReadonlySet<string>
  /** Labels and headings that name a part of a note, not its matter. */
  readonly parts: ReadonlySet<string>
  /** Words that send the reader elsewhere. */
  readonly see: RegExp
  /** A pair of headings for what speaks for and against something. */
  readonly forAndAgainst: RegExp
}

export const grammars: Readonly<Record<FramedLanguage, Grammar>> = {
  es: {
    singular: wordSet('el la un una lo'),
    plural: wordSet('los las unos unas'),
    indefinite: wordSet('un una unos unas'),
    is: ['es', 'se define como'],
    are: ['son', 'se definen como'],
    inNames: wordSet('de del la las el los en y a al por para con'),
    leaning: wordSet(`
      este esta esto estos estas ese esa eso esos esas aquel aquella aquellos aquellas él ella ello ellos ellas su sus lo le les
      se nos también además así entonces luego por pero sin y o ni como cuando donde si aunque ambos ambas otro otra otros otras
      tal tales dicho dicha dichos dichas uno dos tres cuatro cinco seis varios varias algunos algunas cuanto cuanta cuantos cuantas es son hay en a de según
      aquí ahora hasta desde entre`),
    pointing: wordSet(
      'este esta estos estas ese esa esos esas dicho dicha dichos dichas aquí anterior anteriores',
    ),
    past: wordSet('fue fueron era eran había habían estaba estaban hubo tuvo tuvieron pudo pudieron'),
    present: wordSet('es son está están ha han hay puede pueden debe deben tiene tienen se'),
    relative: wordSet('que cuyo cuya cuyos cuyas donde quien cual cuales'),
    defines: /^(?:es|son) (?:el|la|los|las|un|una|unos|unas) /i,
    ofSpeech: wordSet(`
      objetivo objetivos razón razones causa causas resultado resultados problema problemas ventaja ventajas desventaja
      desventajas ejemplo ejemplos diferencia diferencias idea finalidad consecuencia consecuencias característica
      características importancia solución caso casos parte partes forma formas tipo tipos función motivo clave`),
    parts: wordSet(`
      definición definiciones introducción resumen índice contenido conclusión conclusiones ejemplo ejemplos referencias
      bibliografía nota notas características componentes tipos clasificación generalidades conceptos glosario vocabulario
      ejercicios anexo apuntes fuente fuentes observación observaciones`),
    see: /^(?:véase|ver|cf)\b/i,
    forAndAgainst: /ventaja|a favor|en contra|positiv|negativ|^pros?$|^contras?$/i,
  },
  pt: {
    singular: wordSet('o a um uma'),
    plural: wordSet('os as uns umas'),
    indefinite: wordSet('um uma uns umas'),
    is: ['é', 'define-se como', 'é definido como', 'é definida como'],
    are: ['são', 'definem-se como', 'são definidos como', 'são definidas como'],
    inNames: wordSet('de do da dos das em no na e a o ao à para por com'),
    leaning: wordSet(`
      este esta isto estes estas esse essa isso esses essas aquele aquela aqueles aquelas ele ela eles elas seu sua seus suas
      deste desta nesse nessa neste nesta também além assim então porém mas por com e ou nem como quando onde se embora ambos
      ambas outro outra outros outras tal tais dito dita dois duas três quatro cinco seis vários várias alguns algumas quanto quanta quantos quantas é são há
      em de no na nos nas ao segundo aqui agora entretanto contudo até desde entre`),
    pointing: wordSet(
      'este esta estes estas esse essa esses essas deste desta destes destas desse dessa nesse nessa neste nesta dito dita aqui anterior anteriores',
    ),
    past: wordSet('foi foram era eram havia haviam estava estavam houve teve tiveram tinha tinham pôde'),
    present: wordSet('é são está estão há tem têm pode podem deve devem'),
    relative: wordSet('que cujo cuja cujos cujas onde quem qual quais'),
    defines: /^(?:é|são) (?:o|a|os|as|um|uma|uns|umas) /i,
    ofSpeech: wordSet(`
      objetivo objetivos razão razões causa causas resultado resultados problema problemas vantagem vantagens desvantagem
      desvantagens exemplo exemplos diferença diferenças ideia finalidade consequência consequências característica
      características importância solução caso casos parte partes forma formas tipo tipos função motivo`),
    parts: wordSet(`
      definição definições introdução resumo índice conteúdo conclusão conclusões exemplo exemplos referências bibliografia
      nota notas características componentes tipos classificação generalidades conceitos glossário vocabulário exercícios
      anexo fonte fontes observação observações`),
    see: /^(?:veja|vide|ver|cf)\b/i,
    forAndAgainst: /vantage|a favor|contra$|contras$|positiv|negativ|^prós?$/i,
  },
  fr: {
    singular: wordSet('le la un une l'),
    plural: wordSet('les des'),
    indefinite: wordSet('un une des'),
    is: ['est', 'désigne', 'se définit comme'],
    are: ['sont', 'désignent', 'se définissent comme'],
    inNames: wordSet('de du des la le les d l en à au aux et par pour'),
    leaning: wordSet(`
      ce cet cette ces ceci cela ça c il elle ils elles on son sa ses leur leurs aussi ainsi donc alors mais et ou ni or car
      comme quand où si bien ensuite puis enfin d' par pour dans en avec sans autre autres tel telle un une y ici là voici
      voilà plus cependant toutefois deux trois quatre cinq six plusieurs quelques de à selon entre depuis lorsque lorsqu puisque puisqu parce pendant jusque`),
    pointing: wordSet('ce cet cette ces ici'),
    past: wordSet('fut furent était étaient avait avaient eut eurent a ont'),
    present: wordSet('est sont a ont peut peuvent doit doivent va vont'),
    relative: wordSet('qui que qu dont où lequel laquelle lesquels lesquelles'),
    defines: /^(?:c['’]est|ce sont|il s['’]agit) (?:d['’]une? |d['’]un |un |une |le |la |les |l['’]|des )/i,
    ofSpeech: wordSet(`
      but buts objectif objectifs raison raisons cause causes résultat résultats problème problèmes avantage avantages
      inconvénient inconvénients exemple exemples différence différences idée finalité conséquence conséquences
      caractéristique caractéristiques importance solution cas partie parties forme formes type types rôle fonction motif`),
    parts: wordSet(`
      définition définitions introduction résumé sommaire contenu conclusion conclusions exemple exemples références
      bibliographie note notes remarque remarques caractéristiques composants types classification généralités concepts
      glossaire vocabulaire exercices annexe catégories source sources séance cours`),
    see: /^(?:voir|cf)\b/i,
    forAndAgainst: /avantage|inconvénient|positif|négatif|^pour$|^contre$/i,
  },
  de: {
    singular: wordSet('der die das ein eine'),
    plural: wordSet('die'),
    indefinite: wordSet('ein eine'),
    is: ['ist', 'bezeichnet', 'bedeutet'],
    are: ['sind', 'bezeichnen', 'bedeuten'],
    inNames: wordSet('der des die das dem den von vom und im in zu zur zum für mit am an'),
    leaning: wordSet(`
      dieser diese dieses diesem diesen jener jene jenes er sie es ihr ihre sein seine das dies auch so damit dabei dadurch
      daher deshalb dazu dann da aber und oder denn weil wenn als ob obwohl während bis nach vor bei durch um über unter in im
      am an auf aus für gegen mit ohne zu zum zur wegen trotz beide andere solche man hier dort wie was wer wo jedoch zwei drei vier fünf sechs mehrere einige viele manche`),
    pointing: wordSet('dieser diese dieses diesem diesen jener jene jenes jenem jenen hier'),
    past: wordSet(`
      war waren wurde wurden hatte hatten musste mussten konnte konnten sollte sollten wollte wollten durfte durften
      mußte mußten kam kamen gab ging gingen nahm nahmen`),
    present: new Set(),
    // Before a noun the ending belongs to a participle: "das verwitterte Gestein".
    pastVerb:
      /\s\p{Ll}{3,}ten?\s(?=(?:zu|da\p{Ll}+|die|der|das|den|dem|ein|eine|einen|einem|sich|es|ihn|sie|nach|in|im|auf|an|aus|bei|mit|von|durch|für|gegen|nicht)(?!\p{L}))/u,
    relative: wordSet('der die das den dem dessen deren welche welcher welches'),
    defines: /^(?:es|das) (?:ist|sind|handelt sich um) (?:ein|eine|einen|der|die|das|den) /i,
    ofSpeech: wordSet(`
      ziel ziele grund gründe ursache ursachen ergebnis ergebnisse problem probleme vorteil vorteile nachteil nachteile
      beispiel beispiele unterschied unterschiede idee zweck folge folgen merkmal merkmale bedeutung lösung fall fälle teil
      teile form formen art arten aufgabe funktion`),
    parts: wordSet(`
      definition definitionen einführung einleitung zusammenfassung überblick übersicht inhalt inhaltsverzeichnis fazit beispiel
      beispiele quelle quellen literatur hinweis hinweise anmerkung merkmale eigenschaften arten begriffe grundbegriffe
      grundlagen allgemein allgemeines glossar vokabeln wortschatz übungen anhang notizen systematik problem achtung`),
    see: /^(?:siehe|s\.|vgl)(?:\s|\.|$)/i,
    forAndAgainst: /vorteil|nachteil|positiv|negativ|^dafür$|^dagegen$|^pro$|^contra$|^kontra$/i,
  },
}
