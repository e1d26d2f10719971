//! temp
use serde_json::{Value, json};
use super::{check, more, scenarios, shapes, facts::facts};
fn leaves(v: &Value, at: String, out: &mut Vec<String>) {
    match v {
        Value::Object(m) => for (k, v) in m { leaves(v, format!("{at}/{}", k.replace('/', "~1")), out) },
        Value::Array(l) => for (i, v) in l.iter().enumerate() { leaves(v, format!("{at}/{i}"), out) },
        _ => out.push(at),
    }
}
#[test]
fn fuzz() {
    let cases = [("s1", scenarios::s1()), ("s3", scenarios::s3()), ("s5", more::s5()), ("s8", more::s8()),
      ("cb", more::cassette_breakout()), ("hb", more::harness_breakout()), ("sr10", more::sr10()), ("bidi", more::bidirectional()),
      ("16", shapes::sixteen()), ("2t", shapes::two_trunks()), ("spl", shapes::splitter()), ("th", shapes::twin_harness(false)), ("td", shapes::twin_duplex()), ("32", shapes::thirty_two())];
    let f = facts();
    for (name, (req, plan)) in cases {
        let mut ls = Vec::new(); leaves(&plan, String::new(), &mut ls);
        let (mut n, mut missed) = (0, Vec::new());
        for l in ls {
            let old = plan.pointer(&l).unwrap().clone();
            let alts: Vec<Value> = match &old {
                Value::Number(x) => if let Some(i) = x.as_u64() { vec![json!(i + 1), json!(i.max(1) - 1)] } else { vec![json!(x.as_f64().unwrap() + 0.1)] },
                Value::Bool(b) => vec![json!(!b)],
                Value::String(s) => match s.as_str() { "pinned" => vec![json!("unpinned")], "unpinned" => vec![json!("pinned")], "flat" => vec![json!("angled")], "angled" => vec![json!("flat")], "none" => vec![json!("flat"), json!("pinned")], "opposed" => vec![json!("aligned")], "aligned" => vec![json!("opposed")], "A" => vec![json!("B")], "B" => vec![json!("A"), json!("C")], "MPO-8" => vec![json!("MPO-16"), json!("MPO-12")], "MPO-12" => vec![json!("MPO-24"), json!("MPO-8")], "LC" => vec![json!("CS")], _ => vec![json!("zzz")] },
                _ => vec![json!(1)],
            };
            for a in alts { if a == old { continue; } n += 1;
                let mut p = plan.clone(); *p.pointer_mut(&l).unwrap() = a.clone();
                if check(&f, &req, &p).is_empty() { missed.push(format!("{l} {old} -> {a}")); } }
        }
        // deletions of list items
        for ptr in ["/recommended/loss/terms","/recommended/channel","/recommended/polarity/lanes","/recommended/bom"] {
            let len = plan.pointer(ptr).unwrap().as_array().unwrap().len();
            for i in 0..len { n += 1; let mut p = plan.clone(); p.pointer_mut(ptr).unwrap().as_array_mut().unwrap().remove(i);
              if check(&f, &req, &p).is_empty() { missed.push(format!("remove {ptr}/{i}")); }
              n += 1; let mut p = plan.clone(); let x = p.pointer(ptr).unwrap()[i].clone(); p.pointer_mut(ptr).unwrap().as_array_mut().unwrap().push(x);
              if check(&f, &req, &p).is_empty() { missed.push(format!("dup {ptr}/{i}")); } }
        }
        println!("{name}: {} of {n} missed", missed.len());
        for m in missed { println!("   {m}"); }
    }
}
