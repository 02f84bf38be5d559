
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** The table of a cross-validation, written and read back. */
class HeldOutCsvTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a",
		"b, or c"));
	private static final HeldOutCsv CSV = new HeldOutCsv(LABELS);

	private static HeldOutRow row(final float... probabilities) {
		return new HeldOutRow("a/1 \"x\".png", "mouse 1", 2, 3, "b, or c", Optional
			.of(new Prediction(probabilities)), "");
	}

	private static HeldOutRow read(final HeldOutRow row) {
		return CSV.parse(CSV.line(row)).orElseThrow();
	}

	@Test
	void aRowHasTheColumnsOfAnEvaluationAndItsFold() {
		assertEquals("file,group,repeat,fold,actual,predicted,confidence,p_a," +
			"\"p_b, or c\",correct,error\n", CSV.header());
		assertEquals("\"a/1 \"\"x\"\".png\",mouse 1,2,3,\"b, or c\",a,0.7000," +
			"0.7000,0.3000,false,\n", CSV.line(row(0.7f, 0.3f)));
	}

	@Test
	void whatWasWrittenIsReadBack() {
		final HeldOutRow row = read(row(0.7f, 0.3f));
		assertEquals(row(0.7f, 0.3f).name(), row.name());
		assertEquals("mouse 1", row.group());
		assertEquals(2, row.repeat());
		assertEquals(3, row.fold());
		assertArrayEquals(new float[] { 0.7f, 0.3f }, row.prediction().orElseThrow()
			.probabilities());
		assertEquals(1, row.held(LABELS).orElseThrow().labeled().actual());
		assertEquals(CSV.line(row), CSV.line(read(row)));
	}

	@Test
	void theClassStaysWhereFourDecimalsAreEqual() {
		final HeldOutRow row = read(row(0.49999f, 0.50001f));
		assertEquals(1, row.prediction().orElseThrow().labelIndex());
		assertEquals(CSV.line(row(0.49999f, 0.50001f)), CSV.line(row));
	}

	@Test
	void aFailedImageIsARowWithItsReason() {
		final HeldOutRow failed = new HeldOutRow("a/2.png", "", HeldOutRow.NOWHERE,
			HeldOutRow.NOWHERE, "a", Optional.empty(), "It is empty.");
		assertEquals("a/2.png,,,,a,,,,,,It is empty.\n", CSV.line(failed));
		assertEquals(failed, read(failed));
		assertEquals(Optional.empty(), read(failed).held(LABELS));
	}

	@Test
	void anythingElseIsNoRow() {
		for (final String line : List.of(CSV.header(), "a,b\n",
			"a/1,,1,1,a,x,0.5,0.5,0.5,true,\n", "a/1,,1,1,x,a,0.5,0.5,0.5,true,\n",
			"a/1,,1,1,a,a,0.5,half,0.5,true,\n", "\"a/1\n"))
			assertEquals(Optional.empty(), CSV.parse(line), line);
	}
}
