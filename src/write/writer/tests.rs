use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::*;

/// Names the target to a child: this test binary again, running one of the ignored tests below.
const TARGET: &str = "GONGKAI_TEST_TARGET";

fn child(test: &str, target: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("write::writer::tests::{test}"), "--ignored", "--nocapture"]);
    command.env(TARGET, target).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// None if somebody runs the ignored tests by themselves.
fn target_of_child() -> Option<PathBuf> {
    std::env::var_os(TARGET).map(PathBuf::from)
}

/// Starts a child that stops in the middle of a write, and waits until it is there.
fn child_in_the_middle(target: &Path) -> Child {
    let mut child = child("child_that_stops_in_the_middle", target).spawn().unwrap();
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(lines.map(Result::unwrap).any(|line| line.contains("in the middle")));
    child
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn old_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("预算.pdf");
    Writer::new().write(&target, b"old").unwrap();
    (folder, target)
}

#[test]
fn writes_into_a_folder_that_was_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a/b/预算.pdf");
    Writer::new().write(&target, b"new").unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"new");
    assert_eq!(names(&folder.path().join("a/b")), ["预算.pdf"]);
}

#[test]
fn replaces_an_old_file_whole() {
    let (folder, target) = old_file();
    Writer::new().write(&target, b"n").unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"n");
    assert_eq!(names(folder.path()), ["预算.pdf"]);
}

#[test]
fn takes_a_name_as_long_as_the_system_allows() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join(super::super::file_name(&"预".repeat(200), "pdf"));
    Writer::new().write(&target, b"new").unwrap();
    assert_eq!(fs::read(target).unwrap(), b"new");
}

#[test]
fn a_failure_in_the_middle_leaves_the_old_file_and_nothing_else() {
    let (folder, target) = old_file();
    let error = Writer::new()
        .replace(&target, |file| {
            file.write_all(b"half")?;
            Err(ErrorKind::StorageFull.into())
        })
        .unwrap_err();
    assert!(matches!(error, WriteError::Full { .. }), "{error}");
    assert!(error.hint().contains("清理磁盘"));
    assert_eq!(fs::read(&target).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["预算.pdf"]);
}

#[test]
fn refuses_a_target_that_is_a_folder_with_files() {
    let (folder, _) = old_file();
    let error = Writer::new().write(folder.path(), b"new").unwrap_err();
    assert!(matches!(error, WriteError::IsFolder { .. }), "{error}");
    assert_eq!(names(folder.path()), ["预算.pdf"]);
}

#[test]
fn refuses_a_folder_below_a_file() {
    let (_folder, target) = old_file();
    assert!(Writer::new().write(&target.join("x.pdf"), b"new").is_err());
    assert_eq!(fs::read(&target).unwrap(), b"old");
}

#[test]
fn refuses_an_old_file_marked_read_only() {
    let (_folder, target) = old_file();
    let mut permissions = fs::metadata(&target).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&target, permissions).unwrap();
    let error = Writer::new().write(&target, b"new").unwrap_err();
    assert!(matches!(error, WriteError::ReadOnly { .. }), "{error}");
    assert_eq!(fs::read(&target).unwrap(), b"old");
}

#[test]
fn a_killed_run_leaves_the_old_file_and_the_next_run_cleans_up() {
    let (folder, target) = old_file();
    let mut child = child_in_the_middle(&target);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"old");
    assert_eq!(names(folder.path()).len(), 2, "{:?}", names(folder.path()));
    Writer::new().write(&target, b"new").unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["预算.pdf"]);
}

#[test]
fn the_temporary_file_of_a_living_run_stays() {
    let (folder, target) = old_file();
    let mut child = child_in_the_middle(&target);
    Writer::new().write(&folder.path().join("另一份.pdf"), b"new").unwrap();
    let during = names(folder.path());
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(during.len(), 3, "{during:?}");
}

#[test]
fn leaves_hidden_files_of_others() {
    let (folder, target) = old_file();
    Writer::new().write(&folder.path().join(".gongkai"), b"").unwrap();
    Writer::new().write(&folder.path().join(".settings.gongkai"), b"").unwrap();
    Writer::new().write(&target, b"new").unwrap();
    assert_eq!(names(folder.path()), [".gongkai", ".settings.gongkai", "预算.pdf"]);
}

#[test]
fn many_threads_may_write_into_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for number in 0..8 {
            let target = folder.path().join(format!("{}.pdf", number % 4));
            // Each with its own sweep of the folder: a fresh file must not be taken for a leftover.
            scope.spawn(move || (0..20).for_each(|_| Writer::new().write(&target, &[number; 1000]).unwrap()));
        }
    });
    assert_eq!(names(folder.path()), ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    use super::*;

    /// The error that a child met, as text.
    fn output(mut command: Command) -> io::Result<String> {
        let mut child = command.spawn()?;
        let mut output = String::new();
        child.stdout.take().unwrap().read_to_string(&mut output)?;
        child.wait()?;
        Ok(output)
    }

    #[test]
    fn a_full_disk_leaves_the_old_file() {
        let (folder, target) = old_file();
        // A limit on the size of files is the nearest thing to a full disk that needs no rights: the system itself
        // refuses to write on. 8 blocks are 4 or 8 kB.
        let mut limited = Command::new("sh");
        limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"]);
        let inner = child("child_that_writes_a_megabyte", &target);
        limited.arg(inner.get_program()).args(inner.get_args()).env(TARGET, &target);
        limited.stdout(Stdio::piped()).stderr(Stdio::null());
        let output = output(limited).unwrap();
        assert!(output.contains("空间不足"), "{output}");
        assert_eq!(fs::read(&target).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["预算.pdf"]);
    }

    #[test]
    fn a_read_only_folder_leaves_the_old_file() {
        let (folder, target) = old_file();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        let mut command = child("child_that_writes_a_megabyte", &target);
        if File::options().write(true).create_new(true).open(folder.path().join("probe")).is_ok() {
            // Root may write everywhere; nobody may not.
            fs::remove_file(folder.path().join("probe")).unwrap();
            command.uid(65534).gid(65534).current_dir("/");
        }
        match output(command) {
            Ok(output) => assert!(output.contains("没有写入") && output.contains("权限"), "{output}"),
            Err(error) => eprintln!("not tested: nobody may not run this binary ({error})"),
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["预算.pdf"]);
    }

    #[test]
    fn new_files_are_readable_and_old_ones_keep_their_permissions() {
        let (_folder, target) = old_file();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        // As the umask has it, not tempfile's 0600.
        let plain = target.with_file_name("plain");
        File::options().write(true).create_new(true).open(&plain).unwrap();
        assert_eq!(mode(&target), mode(&plain));
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        Writer::new().write(&target, b"new").unwrap();
        assert_eq!(mode(&target), 0o640);
    }

    #[test]
    fn a_symbolic_link_stays_one() {
        let (folder, target) = old_file();
        let link = folder.path().join("最新.pdf");
        std::os::unix::fs::symlink(&target, &link).unwrap();
        Writer::new().write(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&target).unwrap(), b"new");
    }

    #[test]
    fn a_device_stays_one() {
        let error = Writer::new().write(Path::new("/dev/null"), b"new").unwrap_err();
        assert!(matches!(error, WriteError::NotAFile { .. }), "{error}");
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    }
}

#[test]
#[ignore = "a child of the tests above"]
fn child_that_stops_in_the_middle() {
    let Some(target) = target_of_child() else { return };
    let _ = Writer::new().replace(&target, |file| {
        file.write_all(b"half")?;
        println!("in the middle");
        thread::sleep(Duration::from_secs(60));
        Ok(())
    });
}

#[test]
#[ignore = "a child of the tests above"]
fn child_that_writes_a_megabyte() {
    let Some(target) = target_of_child() else { return };
    match Writer::new().write(&target, &vec![b'x'; 1 << 20]) {
        Ok(()) => println!("written"),
        Err(error) => println!("{error}\n{}", error.hint()),
    }
}
