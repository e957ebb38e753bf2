use byline_report::compare::*;
use byline_report::text::*;
use byline_report::*;
#[test]
fn scratch() {
    let record = byline_record::builtin::record().unwrap();
    let mut list = vec![];
    for name in std::env::var("NAMES").unwrap().split(',') {
        list.push((name.to_owned(), Report::read(&std::fs::read(name).unwrap(), &Options::default()).unwrap()));
    }
    let checker = Checker::new(&record);
    let checked: Vec<CheckedReport> = list.iter().map(|(_, r)| checker.check(r)).collect();
    let accounts: Vec<_> =
        list.iter().zip(&checked).map(|((n, report), checked)| Account { name: n.clone(), report, checked }).collect();
    let c = compare(&record.latest(), &accounts);
    for row in &c.rows {
        println!("{:?} {} | {:?} | {:?}", row.section, row.label, row.record.as_ref().map(|r| &r.text), row.agreement);
        for cell in row.cells.iter() {
            println!(
                "     {:?}",
                cell.as_ref().map(|c| (
                    &c.reading,
                    c.verdict,
                    c.minutes.map(|m| format!("{}..{}", m.from, m.to)),
                    &c.conflicts_with
                ))
            );
        }
    }
}
