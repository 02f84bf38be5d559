
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;

class StackNamesTest {

	private static final List<SurveyedSample> READ = List.of(plane("s", 1), plane(
		"t", 1), plane("t", 2), single("x"));

	private static final List<FailedSample> FAILED = List.of(new FailedSample(
		"s[2]", "a", "NaN"), new FailedSample("y", "a", "torn"));

	private final StackNames names = StackNames.of(PlanePolicy.AVERAGE, READ
		.stream().map(SurveyedSample::sample).toList());

	private static SurveyedSample surveyed(final Sample sample) {
		return new SurveyedSample(sample, "0", 1, 1, 1, false, 8, null, 0, 1);
	}

	private static SurveyedSample plane(final String stack, final int number) {
		return surveyed(new Sample("a", stack + "[" + number + "]", null,
			new SampleSource()
			{

				@Override
				public SampleImage read() {
					throw new IllegalStateException("Not to be read");
				}

				@Override
				public String stack() {
					return stack;
				}
			}));
	}

	private static SurveyedSample single(final String name) {
		return surveyed(new Sample("a", name, null, () -> {
			throw new IllegalStateException("Not to be read");
		}));
	}

	@Test
	void planesBelongToTheirStackOnlyWhereAnswersAreAveraged() {
		assertEquals("t", names.of("t[2]"));
		assertNull(names.of("x"));
		assertNull(StackNames.of(PlanePolicy.EACH, List.of(READ.get(0).sample()))
			.of("s[1]"));
	}

	/** The failed plane is not among the samples that could be read. */
	@Test
	void aStackWithAFailedPlaneIsLeftOut() {
		final List<Sample> all = List.of(READ.get(0).sample(), plane("s", 2)
			.sample(), READ.get(1).sample(), READ.get(2).sample());
		assertEquals(List.of("t[1]", "t[2]", "x"), StackNames.of(
			PlanePolicy.AVERAGE, all).whole(READ, FAILED).stream().map(s -> s.sample()
				.name()).toList());
	}

	@Test
	void whereNoStackIsWholeTheFirstReasonIsTold() {
		final StackNames all = StackNames.of(PlanePolicy.AVERAGE, List.of(READ.get(
			0).sample(), plane("s", 2).sample()));
		final UserFailure failure = assertThrows(UserFailure.class, () -> all.whole(
			READ.subList(0, 1), FAILED));
		assertEquals("Not a single stack can be read whole. The first failed " +
			"plane is 's[2]': NaN", failure.getMessage());
	}
}
