
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.progress.Listening;

/** Groups of evaluated images by the rule of a model, if that is of use. */
class EvaluatedGroupsTest {

	private final List<String> told = new ArrayList<>();

	private Grouping groups(final String rule, final String... names) {
		final List<Sample> samples = new ArrayList<>();
		for (final String name : names)
			samples.add(new Sample("a", name, null, () -> {
				throw new IllegalStateException("not to be read");
			}, null));
		return EvaluatedGroups.of(new LabeledImages("memory", List.of("a"), samples,
			List.of()), new GroupingRecord(rule, "As asked for.", ""), new Listening(
				told));
	}

	@Test
	void theRuleOfTheModelCounts() {
		assertEquals("/(..)_", groups("/(..)_", "a/B1_1.png", "a/B2_1.png").rule());
	}

	@ParameterizedTest
	@ValueSource(strings = { "((a|aa)+)\\2!", "nonsense(", "TOO LONG" })
	void aRuleThatIsOfNoUseDoesNotEndTheEvaluation(final String rule) {
		groups(rule.equals("TOO LONG") ? "(a)".repeat(400) : rule, "a/" + "a"
			.repeat(300), "a/b");
		assertTrue(told.stream().anyMatch(line -> line.contains(
			"does not fit these: Expected ")), told.toString());
	}
}
