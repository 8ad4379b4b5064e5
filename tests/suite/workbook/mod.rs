//! Workbooks: the input workbook there and back, damaged ones, the tables as a workbook and as open data.

mod command_line;
mod control;
mod damaged;
mod lines;
mod made;
mod officer;
mod other_programs;
mod release;
mod round_trip;
mod tables;
