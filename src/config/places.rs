//! Where Ronde's files lie: where the platform wants them, unless the person says otherwise.

use std::path::{Path, PathBuf};

/// The files of one installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The database.
    pub database: PathBuf,
    /// The config file.
    pub config: PathBuf,
    /// The file of the secrets where the system has no keyring, beside the config.
    pub secrets: PathBuf,
    /// The log.
    pub log: PathBuf,
}

impl Places {
    /// The places of the platform, but for those that are given. `None` without a home folder.
    #[must_use]
    pub fn find(database: Option<&Path>, config: Option<&Path>) -> Option<Self> {
        let platform = directories::ProjectDirs::from("", "", "ronde");
        let folder = |choose: fn(&directories::ProjectDirs) -> &Path| platform.as_ref().map(|found| choose(found).to_owned());
        let database = match database {
            Some(given) => given.to_owned(),
            None => folder(directories::ProjectDirs::data_dir)?.join("ronde.db"),
        };
        let config = match config {
            Some(given) => given.to_owned(),
            None => folder(directories::ProjectDirs::config_dir)?.join("config.toml"),
        };
        let secrets = config.with_file_name("secrets.json");
        let state = platform.as_ref().map(|found| found.state_dir().unwrap_or_else(|| found.data_local_dir()).to_owned());
        let log = state.map_or_else(|| config.with_file_name("ronde.log"), |folder| folder.join("ronde.log"));
        Some(Self { database, config, secrets, log })
    }

    /// The folder of what contacts are asked, beside the database.
    #[must_use]
    pub fn briefs(&self) -> PathBuf {
        self.database.with_file_name("briefs")
    }

    /// The file that the one `ronde run` of a database holds.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        let mut name = self.database.clone().into_os_string();
        name.push(".run");
        PathBuf::from(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_wins_and_secrets_lie_beside_the_config() {
        let places = Places::find(Some(Path::new("/data/a.db")), Some(Path::new("/conf/a.toml"))).expect("places");
        assert_eq!(places.database, Path::new("/data/a.db"));
        assert_eq!(places.secrets, Path::new("/conf/secrets.json"));
        assert_eq!(places.lock(), Path::new("/data/a.db.run"));
    }
}
