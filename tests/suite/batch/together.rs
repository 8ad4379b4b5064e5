//! Two runs on one folder at one moment.

use super::{contents, data, desk, made_and_left, small};

#[test]
fn two_runs_of_one_batch_leave_what_one_leaves() {
    let desk = desk(6);
    let mut runs: Vec<_> =
        (0..2).map(|_| desk.command(&["render", "data", "-q", "--force"]).spawn().unwrap()).collect();
    for run in &mut runs {
        assert!(run.wait().unwrap().success());
    }
    assert_eq!(made_and_left(&desk, &["data"]), (0, 6));
    desk.run(&["render", "data", "-d", "nothing"]).ends_with(0);
    assert!(contents(&desk, "out") == contents(&desk, "nothing"));
}

#[test]
fn each_of_two_batches_adds_its_own_to_the_record() {
    let desk = desk(4);
    for seed in 4..8 {
        desk.put_data(&data(seed).replace("data", "more"), &small(seed));
    }
    let mut runs: Vec<_> =
        ["data", "more"].map(|folder| desk.command(&["render", folder, "-q"]).spawn().unwrap()).into_iter().collect();
    for run in &mut runs {
        assert!(run.wait().unwrap().success());
    }
    assert_eq!(made_and_left(&desk, &["data", "more"]), (0, 8));
}
