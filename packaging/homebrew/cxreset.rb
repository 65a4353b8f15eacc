class Cxreset < Formula
  include Language::Python::Virtualenv

  desc "Guided thirty-day workbook for customer-experience leaders"
  homepage "@HOME@"
  url "@AT@/cxreset-@VERSION@.tar.gz"
  sha256 "@SDIST@"
  license "MIT"

  depends_on "rust" => :build
  depends_on "python@3.13"

  # The resources, one for each dependency, are written by: brew update-python-resources cxreset

  def install
    virtualenv_install_with_resources
    man1.install_symlink libexec/"share/man/man1/cxreset.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/cxreset"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_cxreset"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/cxreset.fish"
  end

  test do
    ENV["HOME"] = testpath
    assert_match version.to_s, shell_output("#{bin}/cxreset --version")
    system bin/"cxreset", "start", "--name", "Dana", "--workdays", "mon-sun"
    assert_match "cxreset done 1.1", shell_output("#{bin}/cxreset today")
  end
end
