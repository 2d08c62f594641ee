import { wordSet } from '../basics/text.ts'

/** A language by which a text may be held together. The neighbours are here only so that they are not taken for ours. */
export type Held =
  'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ca' | 'ro' | 'nl' | 'sv' | 'pl' | 'tr' | 'id' | 'unnamed'

/**
 * The closed classes of each language: articles, prepositions, conjunctions, pronouns, auxiliaries, question words. They
 * hold every text of the language together, whatever it is about.
 */
export const smallWords: Readonly<Record<Held, ReadonlySet<string>>> = {
  en: wordSet(`
    the a an of to in and or for is are was were be been being has have had do does did not no with on at by from as that
    this these those it its they them their there he she his her him we our us you your i my which who whom whose what when
    where why how if then than but because so while although though until unless since can could may might must shall should
    will would about into onto over under between among through during before after above below against within without
    upon across each every any some all both either neither such only also very more most other another same own too just
    per via out up down off like one two`),
  es: wordSet(`
    el la los las un una unos unas lo al del de a en y e o u que se es son era eran fue fueron ser será serán está están estar hay ha han
    había he por para con sin sobre entre hasta desde hacia según ante bajo tras durante mediante como cuando donde cual cuales
    quien quienes cuyo cuya cuyos cuyas qué cuál cómo cuándo dónde quién no ni si sí pero sino porque pues aunque mientras
    también muy más menos ya este esta esto estos estas ese esa eso esos esas aquel aquella aquellos su sus mi mis tu tus
    nos les le me te yo él ella ellos ellas nosotros usted ustedes todo toda todos todas cada otro otra otros otras mismo
    misma mismos mismas puede pueden debe deben tiene tienen siendo sido así`),
  pt: wordSet(`
    o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa de em e ou que se é são era eram foi foram ser
    está estão estar há tem têm tinha por para com sem sobre entre até desde segundo sob após durante mediante como quando
    onde qual quais quem cujo cuja cujos cujas pelo pela pelos pelas não nem mas porque pois embora enquanto também muito mais
    menos já este esta isto estes estas esse essa isso esses essas aquele aquela aqueles seu sua seus suas meu minha nosso
    nossa eu ele ela eles elas nós você vocês lhe lhes me te todo toda todos todas cada outro outra outros outras mesmo mesma
    pode podem deve devem será serão sendo sido assim deste desta destes destas desse dessa nesse nessa neste nesta dele dela`),
  fr: wordSet(`
    le la les un une des du de au aux en et ou où que qu qui se est sont était étaient fut furent être été a ont avait
    avaient avoir y par pour avec sans sur sous entre dans chez vers depuis pendant selon comme quand dont quoi lequel
    laquelle lesquels lesquelles quel quelle quels quelles ne pas ni si mais car donc parce lorsque lorsqu puisque aussi
    très plus moins déjà ce cet cette ces cela ça son sa ses leur leurs mon ma mes notre nos votre vos je il elle ils
    elles nous vous on lui me te tout toute tous toutes chaque autre autres même mêmes peut peuvent doit doivent afin ainsi
    jusqu jusque alors soit`),
  de: wordSet(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber sondern denn weil dass daß wenn
    als ob obwohl während bis seit damit sowie ist sind war waren wird werden wurde wurden worden sein hat haben hatte hatten
    kann können muss müssen soll sollen darf dürfen will wollen nicht auch nur noch schon sehr mehr zu zum zur von vom vor mit
    nach bei beim aus auf an am in im ins für über unter durch ohne gegen um zwischen neben hinter wegen trotz je er sie es
    wir ihr ich du man sich ihm ihn ihnen ihre ihren ihrem seine seiner dieser diese dieses diesem diesen jeder jede jedes
    alle welche welcher welches wer was wie wo wann warum wodurch dabei dadurch dafür dann da so bzw`),
  it: wordSet(`
    il lo la i gli le un uno una di del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle
    nel nello nella nei negli nelle sul sulla sui sulle e ed o che chi cui è sono era erano fu essere ha hanno aveva avere
    con per tra fra su da in come quando dove quale quali non né ma perché anche molto più meno già questo questa questi
    queste quello quella quelli suo sua suoi sue si se ci ne lui lei loro noi voi io ogni altro altra altri altre stesso può
    possono deve devono viene vengono`),
  ca: wordSet(`
    el la els les un una uns unes de del dels al als a en i o que és són era eren ser estar hi ha han amb per perquè sense
    sobre entre fins des com quan on qual quals no ni però també molt més menys aquest aquesta aquests aquestes això seu seva
    seus seves es ens us li tot tota tots totes cada altre altra altres pot poden`),
  ro: wordSet(`
    un o unei unui a al ale ai de la în din pe cu și sau că care ce este sunt era erau fi a fost au are prin pentru fără
    despre între până ca când unde nu nici dar mai foarte acest această acești aceste acel aceea său sa lui lor se îi le mă
    orice fiecare toate tot poate pot trebuie`),
  nl: wordSet(`
    de het een en of van in op te ten ter met voor door naar bij uit om aan over onder tussen tegen zonder tot sinds als dan
    dat die dit deze er is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen moet moeten mag zal
    zullen niet geen ook nog al wel zeer meer maar want omdat wanneer terwijl hoewel ik je jij hij zij wij jullie hun haar
    hem zich men wie wat waar hoe elke alle andere`),
  sv: wordSet(`
    en ett den det de dem och eller men att som är var vara blir blev har hade kan kunna ska skal skulle må måste av på i til
    till från fra med för for om vid ved hos mellan mellem utan uden efter under over över ikke inte icke også också jag jeg
    du han hon hun vi ni sig seg sin sitt sina deras denna dette dessa disse når när hvor var vad hvad hva hvem alla alle varje
    annan andra et at af er blive bliver`),
  pl: wordSet(`
    w we z ze na do od po o u za nad pod przed przez przy dla bez i oraz a lub ale czy że to jest są był była było były być
    nie tak jak gdy gdzie który która które których którym co kto się go jej ich im jego ten ta te tego tej tych może mogą
    musi także również bardzo więc każdy wszystkie`),
  tr: wordSet(`
    ve veya ile bir bu şu o da de ki mi mı için gibi kadar daha en çok ise ama fakat ancak çünkü olarak olan olduğu değil
    var yok ne nasıl neden her tüm bütün bazı sonra önce göre tarafından ya hem`),
  id: wordSet(`
    yang dan atau di ke dari pada untuk dengan dalam adalah ialah ini itu tidak bukan akan telah sudah dapat bisa harus oleh
    sebagai juga karena jika maka bahwa saya kami kita mereka dia ia anda para setiap semua lebih sangat antara tersebut`),
  unnamed: new Set(),
}

/** Letters that few languages write, with those that do. */
export const tellingLetters: readonly (readonly [RegExp, readonly Held[]])[] = [
  [/ß/g, ['de']],
  [/[äöü]/g, ['de', 'sv', 'tr']],
  [/[ñ¿¡]/g, ['es']],
  [/[ãõ]/g, ['pt']],
  [/[êâô]/g, ['pt', 'fr', 'ro']],
  [/ç/g, ['pt', 'fr', 'ca', 'tr']],
  [/[áíóú]/g, ['es', 'pt', 'ca']],
  [/é/g, ['fr', 'es', 'pt', 'it', 'ca']],
  [/à/g, ['fr', 'pt', 'it', 'ca']],
  [/[èùûœëîï]/g, ['fr', 'it', 'ca']],
  [/[cdjlmnst]['’](?=[aeiouhyéèêâ])/g, ['fr', 'it', 'ca']],
  [/[ìò]/g, ['it', 'ca']],
  [/[åøæ]/g, ['sv']],
  // What stands beyond Latin-1 none of our five languages writes, but for the ligature of French.
  [/[\u0100-\u0151\u0154-\u024F\u1E00-\u1EFF]/g, ['unnamed']],
]
