
package io.github.cnnclassifier.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import javax.swing.JTable;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

class MatrixPanelTest {

	@Test
	void theNamesOfAFewClassesAreReadWhole() {
		final List<String> names = List.of("apoptotic", "interphase",
			"out of focus");
		final JTable cells = new MatrixPanel(new EvaluationResult(new ClassLabels(
			names), List.of(new LabeledPrediction("a", 0, new Prediction(new float[] {
				1, 0, 0 })))), choice -> {}).cells();
		for (int i = 0; i < names.size(); i++) {
			final int needed = cells.getTableHeader().getFontMetrics(cells
				.getTableHeader().getFont()).stringWidth(names.get(i));
			assertTrue(cells.getColumnModel().getColumn(i)
				.getPreferredWidth() > needed, names.get(i));
		}
	}
}
