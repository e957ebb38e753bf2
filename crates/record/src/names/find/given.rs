//! Short and other forms of given names: Gigi Riva is Luigi Riva.

/// Given names a newspaper writes for one another, folded; the first word where there are several.
#[rustfmt::skip]
const ALIKE: &[&[&str]] = &[
    &["alan", "al"],
    &["albert", "bert", "bertie"],
    &["alessandro", "sandro", "alex"],
    &["alexander", "alex", "sandy", "sascha"],
    &["alfred", "alf", "fred"],
    &["andreas", "andy", "andi"],
    &["andrew", "andy"],
    &["anthony", "tony"],
    &["anton", "toni", "tony"],
    &["antonio", "toni", "tonino", "toninho"],
    &["benjamin", "ben"],
    &["bernard", "bernie"],
    &["charles", "charlie"],
    &["christopher", "chris"],
    &["christian", "chris"],
    &["daniel", "dan", "danny", "dani"],
    &["david", "dave"],
    &["dominic", "dom"],
    &["edward", "eddie", "ted", "teddy"],
    &["emilio", "emi"],
    &["emiliano", "emi", "dibu"],
    &["francesco", "franco", "ciccio"],
    &["francis", "frank"],
    &["francisco", "paco", "fran", "kiko"],
    &["frederick", "fred", "freddie"],
    &["friedrich", "fritz"],
    &["gerald", "gerry"],
    &["gerard", "gerry"],
    &["gianluigi", "gigi", "luigi"],
    &["giovanni", "gianni", "nino"],
    &["giuseppe", "beppe", "pino", "peppino"],
    &["gregory", "greg"],
    &["hans", "johann", "hansi"],
    &["harald", "toni"],
    &["harold", "harry"],
    &["henry", "harry"],
    &["ignacio", "nacho"],
    &["jack", "jackie", "john"],
    &["james", "jim", "jimmy", "jamie"],
    &["johannes", "johan", "hans", "jan"],
    &["jonathan", "jon", "jonny"],
    &["jose", "pepe"],
    &["josef", "sepp", "pepi", "jupp", "josip"],
    &["joseph", "joe", "jo"],
    &["joshua", "josh"],
    &["karl", "karlheinz", "kalle", "charly"],
    &["kenneth", "ken", "kenny"],
    &["lawrence", "laurie", "larry"],
    &["leslie", "les"],
    &["luis", "lucho"],
    &["manuel", "manolo", "manu"],
    &["mathew", "matt", "matty"],
    &["matthew", "matt", "matty"],
    &["maximilian", "max"],
    &["michael", "mike", "mick", "micky", "michi"],
    &["mohamed", "mo", "muhammad", "mohammed"],
    &["nicholas", "nick", "nicky"],
    &["nicolas", "nico", "nick"],
    &["norbert", "nobby"],
    &["patrick", "pat", "paddy"],
    &["peter", "pete", "piet"],
    &["philip", "phil"],
    &["raymond", "ray"],
    &["ricardo", "ricky"],
    &["richard", "dick", "rick", "dickie"],
    &["robert", "bob", "bobby", "rob", "robbie", "bert"],
    &["roberto", "robi"],
    &["ronald", "ron", "ronnie"],
    &["rudolf", "rudi", "ruud"],
    &["salvatore", "toto"],
    &["samuel", "sam", "sammy"],
    &["sebastian", "seb", "basti"],
    &["stefan", "stephan"],
    &["stephen", "steve", "steven", "stevie"],
    &["thomas", "tom", "tommy"],
    &["timothy", "tim"],
    &["ulrich", "uli", "ulli"],
    &["vincenzo", "enzo"],
    &["walter", "wally"],
    &["wilhelm", "willi", "willy"],
    &["william", "bill", "billy", "will", "willie"],
    &["zbigniew", "zibi"],
];

/// Whether two given names, folded, are forms of one.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    ALIKE.iter().any(|group| group.contains(&one) && group.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_name_are_alike() {
        for (one, other) in [("gigi", "luigi"), ("gigi", "gianluigi"), ("toto", "salvatore"), ("andreas", "andy")] {
            assert!(are_alike(one, other) && are_alike(other, one), "{one} {other}");
        }
        assert!(!are_alike("harry", "hans"));
        assert!(!are_alike("andreas", "andrew"));
    }
}
