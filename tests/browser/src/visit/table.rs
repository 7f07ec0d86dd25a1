//! Reading tables as a person does: by heading and row.

use serde_json::json;
use thirtyfour::WebElement;

use super::{Role, Visit};
use crate::broken::{Broken, Told};

impl Visit {
    /// The shown rows of the table with this name, heading first. A long table shows only a
    /// window of its rows.
    pub(crate) async fn table(&self, name: &str) -> Told<Vec<Vec<String>>> {
        let table = self.find(Role::Table, name).await?;
        let rows = self.run(include_str!("../script/table.js"), vec![table.to_json()?]).await?;
        serde_json::from_value(rows).map_err(|error| Broken::new(error.to_string()))
    }

    /// The cell under heading `column` in the row of table `name` that has a cell `row`.
    pub(crate) async fn cell(&self, name: &str, row: &str, column: &str) -> Told<WebElement> {
        let what = format!("the cell \"{column}\" of \"{row}\" in \"{name}\"");
        self.until(&what, async || {
            let table = self.find(Role::Table, name).await?;
            let arguments = vec![table.to_json()?, json!(row), json!(column)];
            self.element(include_str!("../script/cell.js"), arguments).await
        })
        .await
    }

    /// What that cell shows.
    pub(crate) async fn cell_text(&self, name: &str, row: &str, column: &str) -> Told<String> {
        Ok(self.cell(name, row, column).await?.text().await?)
    }
}
