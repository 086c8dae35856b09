//! Crate.
use std::fmt;

/// A thing.
#[derive(Debug, Clone)]
pub struct Thing<'a, T: Clone> where T: 'a {
    name: &'a str,
}

pub struct Unit;
pub(crate) struct Tuple(pub i32, String);

const LIMIT: usize = 10;
static GREETING: &str = "{";

impl<'a, T: Clone> fmt::Display for Thing<'a, T>
where
    T: 'a,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)
    }
}

pub trait Repo {
    async fn get(&self, id: u64) -> Result<Option<Thing>, Error>;
    fn all(&self) -> Vec<Thing> { vec![] }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let x = '{';
    Ok(())
}

macro_rules! my_vec {
    ($($x:expr),*) => { vec![$($x),*] };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works() {
        assert_eq!(1, 1);
    }
}
pub enum E { A, B(u8) }
pub type R<T> = Result<T, E>;
