//! The words that go with every export.

use crate::{Sources, View};

/// `ATTRIBUTION.md`: each source with its licence and the words it asks for.
pub(super) fn text(view: View<'_>, sources: Sources) -> String {
    let mut text = String::from(
        "# Where these facts come from\n\n\
         Every row names its sources by key in the columns called `sources`. Whoever passes these tables on passes \
         this page on with them and keeps to the licences of the sources.\n",
    );
    for source in view.record().sources_in(sources) {
        text.push_str(&format!(
            "\n## {}\n\n* Key: `{}`\n* Licence: {}\n* Attribution: {}\n",
            source.name, source.key, source.licence, source.attribution
        ));
        if let Some(day) = source.retrieved {
            text.push_str(&format!("* Retrieved: {day}\n"));
        }
    }
    text
}
