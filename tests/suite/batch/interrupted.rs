//! Runs that are broken off: by a kill, by Ctrl-C, by a full disk.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::{assert_whole, contents, data, desk, made_and_left, pdf, small};
use crate::bodies::chance::Chance;
use crate::command_line::Desk;

fn whole(desk: &Desk) -> usize {
    let names = desk.files("out");
    let documents: Vec<_> = names.iter().filter(|name| !name.starts_with('.')).collect();
    documents.iter().for_each(|name| assert_whole(&desk.path("out").join(name)));
    documents.len()
}

#[test]
fn a_run_that_is_killed_leaves_whole_files_and_the_next_completes() {
    let desk = desk(4);
    let mut chance = Chance::new(6, "kill");
    let mut most = 0;
    for _ in 0..50 {
        let mut run = desk.command(&["render", "data", "-q"]).process_group(0).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(chance.between(20, 600)));
        run.kill().unwrap();
        run.wait().unwrap();
        most = most.max(whole(&desk));
        if most == 4 {
            fs::remove_dir_all(desk.path("out")).unwrap();
            most = 0;
        }
    }
    desk.run(&["render", "data"]).ends_with(0);
    assert_eq!(made_and_left(&desk, &["data"]), (0, 4));
    desk.run(&["render", "data", "-d", "nothing"]).ends_with(0);
    assert!(contents(&desk, "out") == contents(&desk, "nothing"), "and no part of any other file");
}

fn interrupt(process: u32) {
    signal("INT", process);
}

/// A signal without a crate for it.
fn signal(name: &str, process: u32) {
    let sent = Command::new("bash").args(["-c", &format!("kill -{name} {process}")]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn ctrl_c_ends_with_whole_files_and_the_record_of_what_is_done() {
    let desk = desk(30);
    let mut command = desk.command(&["render", "data", "-j", "1"]);
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0).spawn().unwrap();
    let mut lines = BufReader::new(run.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("[3/30]")));
    interrupt(run.id());
    let rest: Vec<_> = lines.map(Result::unwrap).collect();
    let output = run.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(130), "{out}{rest:?}");
    assert!(rest.iter().any(|line| line.contains("正在中止")), "{rest:?}");
    let done = whole(&desk) as u64;
    assert!((3..20).contains(&done), "{done}");
    assert!(out.contains(&format!("已中止：30 份中完成了 {done} 份，再运行一次即可继续")), "{out}");
    assert_eq!(made_and_left(&desk, &["data"]), (30 - done, done));
}

#[test]
fn a_second_ctrl_c_ends_at_once() {
    let desk = desk(6);
    let mut command = desk.command(&["render", "data", "-j", "1"]);
    let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).process_group(0).spawn().unwrap();
    let mut lines = BufReader::new(run.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("[1/6]")));
    interrupt(run.id());
    interrupt(run.id());
    assert_eq!(run.wait().unwrap().code(), Some(130));
    whole(&desk);
}

#[test]
fn a_scheduler_ends_it_as_ctrl_c_does_and_nohup_keeps_it_running() {
    let desk = desk(6);
    for (trap, name, status) in [("true", "TERM", 130), ("true", "HUP", 130), ("trap '' HUP", "HUP", 0)] {
        let render = desk.command(&["render", "data", "-j", "1", "--force"]);
        let mut shell = Command::new("bash");
        shell.args(["-c", &format!("{trap}; exec \"$@\""), "bash"]).arg(render.get_program());
        shell.args(render.get_args()).current_dir(desk.path(".")).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut run = shell.process_group(0).spawn().unwrap();
        let mut lines = BufReader::new(run.stderr.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().starts_with("[1/6]")));
        signal(name, run.id());
        lines.for_each(drop);
        assert_eq!(run.wait().unwrap().code(), Some(status), "{trap} {name}");
    }
}

#[test]
fn a_full_disk_is_told_and_leaves_the_old_files() {
    let desk = desk(3);
    desk.run(&["render", "data"]).ends_with(0);
    let before = contents(&desk, "out");
    let mut corrected = small(1);
    corrected["agency"]["phone"] = json!("027-00001111");
    desk.put_data(&data(1), &corrected);
    let full = |arguments: &[&str]| {
        // No file may grow beyond 64 KiB: what a full disk is to a program, and it works for root as well.
        let render = desk.command(arguments);
        let mut shell = Command::new("bash");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "bash"]).arg(render.get_program());
        shell.args(render.get_args()).current_dir(desk.path(".")).output().unwrap()
    };
    let output = full(&["render", "data", "--force"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert_eq!(message.matches("空间不足，未能写入").count(), 3, "{message}");
    assert!(contents(&desk, "out") == before, "and no part of a new one");
    let output = full(&["render", "data"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&pdf(1)));
    assert_eq!(made_and_left(&desk, &["data"]), (1, 2));
}
