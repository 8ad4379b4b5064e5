//! One input, one file; and a target that holds the old file or the new one, whole.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use gongkai::write::Writer;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::common::documents::{kexie, repository};

const OLD: &[u8] = b"%PDF-1.7 what was published before";

fn gongkai() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    command.env("GONGKAI_FONTS", repository("fonts")).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Renders 青山区科协 into a file.
fn render(target: &Path) -> Command {
    let mut command = gongkai();
    command.arg("render").arg(repository("data/420107-kexie-2023.json")).arg("-o").arg(target);
    command
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder with an old PDF.
fn published() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("budget.pdf");
    Writer::new().write(&target, OLD).unwrap();
    (folder, target)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn one_input_gives_one_file_wherever_and_however_it_runs() {
    let expected = sha256(&kexie().bytes);
    let folder = tempfile::tempdir().unwrap();
    let runs = [
        ("UTC", "C", "1", "0", repository("")),
        ("Asia/Shanghai", "zh_CN.UTF-8", "8", "1700000000", folder.path().to_owned()),
        ("America/St_Johns", "tr_TR.UTF-8", "8", "", repository("src")),
        ("Pacific/Kiritimati", "C", "1", "4102444800", folder.path().to_owned()),
    ];
    for (index, (zone, language, threads, epoch, working)) in runs.into_iter().enumerate() {
        let target = folder.path().join(format!("{index}.pdf"));
        let mut command = render(&target);
        command.env("TZ", zone).env("LANG", language).env("LC_ALL", language).env("RAYON_NUM_THREADS", threads);
        if epoch.is_empty() {
            command.env_remove("SOURCE_DATE_EPOCH")
        } else {
            command.env("SOURCE_DATE_EPOCH", epoch)
        };
        let output = command.current_dir(working).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(sha256(&fs::read(&target).unwrap()), expected, "{zone} {language} {threads} {epoch}");
    }
}

fn assert_failed(output: &Output) {
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("budget.pdf"), "{message}");
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let (folder, target) = published();
    // No file may grow beyond 64 KiB: what a full disk is to a program, and it works for root as well.
    let mut shell = Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "bash"]);
    let render = render(&target);
    shell.arg(render.get_program()).args(render.get_args());
    shell.env("GONGKAI_FONTS", repository("fonts"));
    assert_failed(&shell.output().unwrap());
    assert_eq!(fs::read(&target).unwrap(), OLD);
    assert_eq!(names(folder.path()), ["budget.pdf"], "and no part of the new one");
}

#[test]
fn a_target_that_is_a_folder_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("budget.pdf");
    fs::create_dir(&target).unwrap();
    assert_failed(&render(&target).output().unwrap());
    assert!(target.is_dir());
    assert_eq!(names(folder.path()), ["budget.pdf"]);
}

#[test]
fn a_folder_that_is_read_only_keeps_its_file() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, target) = published();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Permissions bind everyone but root, for whom the folder and the full disk above stand in.
    let binding = tempfile::tempfile_in(folder.path()).is_err();
    let output = render(&target).output().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    if binding {
        assert_failed(&output);
        assert_eq!(fs::read(&target).unwrap(), OLD);
    } else {
        println!("skipped: no folder is read-only to root");
    }
}

/// Runs and kills: after a time, or as soon as the new file has begun under its temporary name.
fn killed(folder: &Path, target: &Path, after: Option<Duration>) {
    let started = Instant::now();
    let mut child = render(target).process_group(0).spawn().unwrap();
    while child.try_wait().unwrap().is_none() {
        let due = match after {
            Some(after) => started.elapsed() >= after,
            None => names(folder).len() > 1,
        };
        if due {
            child.kill().unwrap();
            break;
        }
        std::thread::sleep(Duration::from_micros(100));
    }
    child.wait().unwrap();
}

#[test]
fn a_run_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let (folder, target) = published();
    let new = &kexie().bytes;
    for after in [Some(Duration::from_millis(20)), Some(Duration::from_millis(300)), None, None, None] {
        killed(folder.path(), &target, after);
        let found = fs::read(&target).unwrap();
        assert!(found == OLD || found == *new, "{} bytes", found.len());
        Writer::new().write(&target, OLD).unwrap();
    }
    // Whether or not one of these left a part behind: one that did.
    let leftover = folder.path().join(".budget.pdf.a1B2c3.gongkai");
    Writer::new().write(&leftover, &new[..1000]).unwrap();
    let output = render(&target).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(fs::read(&target).unwrap() == *new);
    assert_eq!(names(folder.path()), ["budget.pdf"]);
}
