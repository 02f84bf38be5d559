
package io.github.cnnclassifier.workflow.train;

import java.util.List;

/**
 * What a person is told of a class before a training.
 *
 * @param label name of the class; empty for images without a class
 * @param images that can be read
 * @param remarks what is worth a look, a few words each; copied
 * @param obstacle why training cannot take the class, without a full stop;
 *          empty if it can
 */
public record ClassRow(String label, int images, List<String> remarks,
		String obstacle)
{

	/** Copies the remarks. */
	public ClassRow {
		remarks = List.copyOf(remarks);
	}

	/** @return whether training can take the class */
	public boolean isUsable() {
		return obstacle.isEmpty();
	}

	/** @return obstacle and remarks in one line; empty if all is well */
	public String words() {
		final String left = isUsable() ? "" : "left out: " + obstacle;
		final String rest = String.join("; ", remarks);
		return left.isEmpty() || rest.isEmpty() ? left + rest : left + "; " + rest;
	}
}
