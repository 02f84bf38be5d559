
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The table of the classified regions of an image:
 * {@code image,index,roi,slice,frame,class,confidence,p_<class>...,model,error}.
 *
 * @param image its title
 * @param labels of the model
 * @param threshold which answers count
 * @param model its name
 */
public record RegionCsv(String image, ClassLabels labels, Threshold threshold,
		String model)
{

	/**
	 * @param answers one row each, in order; what is not known is empty
	 * @param target appears whole or not at all; an existing file is replaced
	 * @throws IOException if it cannot be written
	 */
	public void write(final List<RegionAnswer> answers, final Path target)
		throws IOException
	{
		WholeFile.write(target, out -> {
			final CSVPrinter csv = CsvFormat.printer(out);
			printHeader(csv);
			for (final RegionAnswer answer : answers) {
				print(csv, answer);
			}
			csv.flush();
		});
	}

	private void printHeader(final CSVPrinter csv) throws IOException {
		for (final String column : List.of("image", "index", "roi", "slice",
			"frame", "class", "confidence"))
		{
			csv.print(column);
		}
		for (final String name : labels.names()) {
			csv.print("p_" + name);
		}
		csv.printRecord("model", "error");
	}

	private void print(final CSVPrinter csv, final RegionAnswer answer)
		throws IOException
	{
		csv.print(image);
		csv.print(known(answer.index()));
		csv.print(answer.name());
		csv.print(known(answer.slice()));
		csv.print(known(answer.frame()));
		final Prediction prediction = answer.prediction();
		csv.print(prediction == null ? "" : threshold.name(labels, prediction));
		csv.print(prediction == null ? "" : Decimals.four(prediction.confidence()));
		for (int c = 0; c < labels.size(); c++) {
			csv.print(prediction == null ? "" : Decimals.four(prediction
				.probabilities()[c]));
		}
		csv.printRecord(model, answer.error());
	}

	private static String known(final int number) {
		return number == 0 ? "" : Integer.toString(number);
	}
}
