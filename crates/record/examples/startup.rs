use std::time::Instant;
fn main() {
    for _ in 0..5 {
        let t = Instant::now();
        let claims = byline_record::builtin::claims().unwrap();
        let a = t.elapsed();
        let r = byline_record::builtin::record().unwrap();
        let b = t.elapsed() - a;
        println!(
            "claims {a:?} record {b:?} people {} matches {} conflicts {} {}",
            r.people().len(),
            r.latest().matches().count(),
            r.conflicts().len(),
            claims.len()
        );
    }
}
