
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** How far two people agree; by hand: (observed - chance) / (1 - chance). */
class RaterAgreementTest {

	private static List<String> alone(final int images) {
		return IntStream.range(0, images).mapToObj(Integer::toString).toList();
	}

	@Test
	void kappaIsTheAgreementBeyondChance() {
		// observed 5/6, chance (2 * 2 + 2 * 1 + 2 * 3) / 36 = 1/3
		final RaterAgreement agreement = RaterAgreement.of(3, new int[] { 0, 0, 1,
			1, 2, 2 }, new int[] { 0, 0, 1, 2, 2, 2 }, alone(6));
		assertEquals(0.75, agreement.kappa(), 1e-12);
		assertEquals(5, agreement.agreed());
		final Interval interval = agreement.interval().orElseThrow();
		assertTrue(interval.low() < 0.75 && interval.high() >= 0.75, interval
			.toString());
	}

	@Test
	void fullAgreementOfFewImagesIsNotBeyondDoubt() {
		final int[] labels = { 0, 1, 0, 1, 0, 1 };
		final RaterAgreement agreement = RaterAgreement.of(2, labels, labels, alone(
			6));
		assertEquals(1, agreement.kappa(), 1e-12);
		final Interval interval = agreement.interval().orElseThrow();
		assertEquals(1, interval.high());
		assertTrue(interval.low() > 0 && interval.low() < 0.5, interval.toString());
	}

	@Test
	void ofASingleClassThereIsNoKappa() {
		final RaterAgreement agreement = RaterAgreement.of(1, new int[3],
			new int[3], alone(3));
		assertTrue(Double.isNaN(agreement.kappa()));
		assertTrue(agreement.interval().isEmpty());
		assertEquals(3, agreement.agreed());
	}
}
