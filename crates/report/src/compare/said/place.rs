//! Where something was said, as two accounts have it.

use byline_record::fold;

use crate::compare::Agreement;
use crate::quote::{Channel, ChannelKind};

/// Words that name a kind of channel and not one of them.
const GENERAL: &[&str] = &[
    "social",
    "media",
    "network",
    "posted",
    "post",
    "story",
    "page",
    "account",
    "message",
    "tv",
    "television",
    "broadcaster",
    "radio",
    "podcast",
    "newspaper",
    "magazine",
    "website",
    "web",
    "site",
    "official",
    "press",
    "news",
    "conference",
    "reporters",
    "journalists",
    "statement",
    "open",
    "letter",
    "the",
    "video",
    "channel",
    "club",
];

/// How two accounts stand on the channel. One that does not name it, or names it more generally, is looser.
pub(super) fn stand(one: Option<&Channel>, other: Option<&Channel>) -> Agreement {
    match (one, other) {
        (None, None) => Agreement::Agreeing,
        (Some(one), Some(other)) if one.kind == other.kind => same_kind(&names(one), &names(other)),
        (Some(one), Some(other)) if can_be_both(one.kind, other.kind) || can_be_both(other.kind, one.kind) => {
            Agreement::Looser
        }
        (Some(_), Some(_)) => Agreement::Conflicting,
        (Some(_), None) | (None, Some(_)) => Agreement::Looser,
    }
}

/// Whether what was said on one kind of channel can be told as said on another: reporters are at press conferences and
/// work for newspapers and broadcasters, a statement is put on a site or a social network.
const fn can_be_both(general: ChannelKind, special: ChannelKind) -> bool {
    use ChannelKind::{Newspaper, OwnSite, PressConference, Radio, Reporters, SocialPost, Statement, Television};
    match general {
        Reporters => matches!(special, PressConference | Newspaper | Television | Radio),
        Statement => matches!(special, OwnSite | SocialPost),
        OwnSite => matches!(special, SocialPost),
        _ => false,
    }
}

fn names(channel: &Channel) -> Vec<String> {
    let folded = fold(&channel.words);
    let words = folded.split(' ').filter(|word| !word.is_empty() && !GENERAL.contains(word));
    let mut names: Vec<String> = words
        .map(|word| match word {
            "tweet" | "tweeted" => "twitter".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn same_kind(one: &[String], other: &[String]) -> Agreement {
    let within = |inner: &[String], outer: &[String]| inner.iter().all(|name| outer.contains(name));
    match (within(one, other), within(other, one)) {
        (true, true) => Agreement::Agreeing,
        (true, false) | (false, true) => Agreement::Looser,
        (false, false) => Agreement::Conflicting,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_side_by_side() {
        use Agreement::{Agreeing, Conflicting, Looser};
        use ChannelKind::{PressConference, Reporters, SocialPost, Statement, Television};
        let channel = |kind, words: &str| Some(Channel { kind, span: 0..0, words: words.to_owned() });
        for (one, other, expected) in [
            (channel(SocialPost, "Instagram post"), channel(SocialPost, "Instagram"), Agreeing),
            (channel(SocialPost, "Instagram"), channel(SocialPost, "social media"), Looser),
            (channel(SocialPost, "Instagram"), channel(SocialPost, "Facebook"), Conflicting),
            (channel(Television, "ITV"), channel(PressConference, "press conference"), Conflicting),
            (channel(Reporters, "reporters"), channel(PressConference, "press conference"), Looser),
            (channel(Statement, "statement"), channel(SocialPost, "Twitter"), Looser),
            (channel(SocialPost, "tweeted"), channel(SocialPost, "Twitter"), Agreeing),
            (channel(Television, "ITV"), None, Looser),
            (None, None, Agreeing),
        ] {
            assert_eq!(stand(one.as_ref(), other.as_ref()), expected, "{one:?} {other:?}");
            assert_eq!(stand(other.as_ref(), one.as_ref()), expected, "{other:?} {one:?}");
        }
    }
}
