
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/** Answers for regions as a table and as a file. */
class RegionTableTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b"));

	@Test
	void whatIsNotKnownIsEmptyAndProbabilitiesHaveFourDecimals(
		@TempDir final Path folder) throws IOException
	{
		final Path file = folder.resolve("rois.csv");
		RegionTable.of("x.tif", LABELS, new Threshold(0.8), List.of(
			new RegionAnswer(1, "one", 2, 3, Optional.of(new Prediction(new float[] {
				0.9f, 0.1f })), ""), new RegionAnswer(2, "two", 1, 1, Optional.of(
					new Prediction(new float[] { 0.3f, 0.7f })), ""), new RegionAnswer(0,
						"3", 0, 0, Optional.empty(), "no area, \"none\"")), "m.zip")
			.writeCsv(file);
		assertEquals(List.of(
			"image,index,roi,slice,frame,class,confidence,p_a,p_b,model,error",
			"x.tif,1,one,2,3,a,0.9000,0.9000,0.1000,m.zip,",
			"x.tif,2,two,1,1,unknown,0.7000,0.3000,0.7000,m.zip,",
			"x.tif,,3,,,,,,,m.zip,\"no area, \"\"none\"\"\""), Files.readAllLines(
				file));
	}
}
