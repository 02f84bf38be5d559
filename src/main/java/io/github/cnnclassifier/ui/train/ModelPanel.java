
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.File;

import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import io.github.cnnclassifier.ui.TextChanges;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.train.ModelPlace;

/** Name and folder of the new model. Used on the event thread. */
final class ModelPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int NAME_COLUMNS = 16;
	private static final int FOLDER_COLUMNS = 26;
	private static final int GAP = 6;

	private final JTextField name = new JTextField(NAME_COLUMNS);
	private final JTextField folder = new JTextField(ModelsFolder.ofUser()
		.toString(), FOLDER_COLUMNS);
	private final JButton free = new JButton();
	private final transient Runnable changed;
	/** What was filled in by itself; what somebody typed stays. */
	private String proposed = "";

	/** @param changed told of each change */
	ModelPanel(final Runnable changed) {
		super(new BorderLayout());
		this.changed = changed;
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		label("Name of the model:", name, row);
		row.add(name);
		label("in", folder, row);
		row.add(folder);
		name.getAccessibleContext().setAccessibleName("Name of the model");
		name.setToolTipText("The ending .zip is added");
		folder.getAccessibleContext().setAccessibleName("Folder of the model");
		final JButton browse = new JButton("Change\u2026");
		browse.getAccessibleContext().setAccessibleName(
			"Change the folder of the model");
		browse.addActionListener(event -> browse());
		row.add(browse);
		free.addActionListener(event -> name.setText(place().free().name()));
		free.setVisible(false);
		row.add(free);
		add(row);
		TextChanges.follow(name, changed);
		TextChanges.follow(folder, changed);
	}

	private static void label(final String text, final JTextField of,
		final JPanel row)
	{
		final JLabel label = new JLabel(text);
		label.setLabelFor(of);
		row.add(label);
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(new File(folder.getText()));
		chooser.setDialogTitle("Folder of the model");
		chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION)
			folder.setText(chooser.getSelectedFile().getPath());
	}

	/** @return as it is typed */
	ModelPlace place() {
		return new ModelPlace(folder.getText(), name.getText());
	}

	/**
	 * Fills the name in, unless somebody has typed another one.
	 *
	 * @param other a name that is free
	 */
	void propose(final String other) {
		if (!name.getText().isBlank() && !name.getText().equals(proposed)) return;
		proposed = other;
		name.setText(other);
	}

	/** @param other a free name to offer; null for none */
	void offer(final String other) {
		free.setVisible(other != null);
		if (other != null) free.setText("Use \"" + other + "\"");
	}
}
